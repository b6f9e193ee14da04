"use client";
import { useFormatter, useLocale } from "next-intl";
import { useLibraryView } from "#components/library/library-context.tsx";

const day = 24 * 3600 * 1000;

/** "2 minutes ago", "yesterday"; what is older than a week by its day. `at` in milliseconds since 1970. */
export function useRelativeTime(): (at: number) => string {
  const format = useFormatter();
  const locale = useLocale();
  const { now } = useLibraryView();
  return (at) => {
    if (now - at < day) return format.relativeTime(at, Math.max(now, at));
    if (now - at < 7 * day)
      // "yesterday" has its own word in both languages, which next-intl's own formatter does not use.
      return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(
        -Math.floor((now - at) / day),
        "day",
      );
    const isThisYear = new Date(at).getUTCFullYear() === new Date(now).getUTCFullYear();
    return format.dateTime(at, { day: "numeric", month: "long", year: isThisYear ? undefined : "numeric" });
  };
}

export function RelativeTime({ at }: { readonly at: number }) {
  const tellTime = useRelativeTime();
  return (
    <time className="inline-block first-letter:uppercase" dateTime={new Date(at).toISOString()}>
      {tellTime(at)}
    </time>
  );
}
