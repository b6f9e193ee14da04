"use client";
import type { ComponentProps } from "react";
import { useIsUsed } from "#components/ui/lazy-when-used.ts";
import { Link } from "#i18n/navigation.ts";

/** A link out of a page that is still opening: where it leads is fetched ahead when the page is used, not before. */
export function QuietLink(props: Omit<ComponentProps<typeof Link>, "prefetch">) {
  return <Link {...props} prefetch={useIsUsed() ? null : false} />;
}
