"use client";
import Link, { type LinkProps } from "next/link";
import type { ReactNode } from "react";
import { useIsUsed } from "#components/ui/lazy-when-used.ts";

export type QuietLinkProps = {
  readonly href: LinkProps["href"];
  readonly className: string;
  readonly children: ReactNode;
};

/** A link out of a page that is still opening: where it leads is fetched ahead when the page is used, not before. */
export function QuietLink(props: QuietLinkProps) {
  return <Link {...props} prefetch={useIsUsed() ? null : false} />;
}
