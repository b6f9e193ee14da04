"use client";
import { useFormatter } from "next-intl";
import { useLibraryView } from "#components/library/library-context.tsx";

const week = 7 * 24 * 3600 * 1000;

/** "2 minutes ago", "yesterday"; what is older than a week by its day. `at` in milliseconds since 1970. */
export function useRelativeTime(): (at: number) => string {
  const format = useFormatter();
  const { now } = useLibraryView();
  return (at) => {
    if (now - at < week) return format.relativeTime(at, Math.max(now, at));
    const isThisYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear();
    return format.dateTime(at, { day: "numeric", month: "long", year: isThisYear ? undefined : "numeric" });
  };
}

export function RelativeTime({ at }: { readonly at: number }) {
  const tellTime = useRelativeTime();
  return <time dateTime={new Date(at).toISOString()}>{tellTime(at)}</time>;
}
