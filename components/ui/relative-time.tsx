"use client";
import { useFormatter, useLocale } from "next-intl";
import { useEffect, useState } from "react";

const day = 24 * 3600 * 1000;
const lookEvery = 30_000;

/** Now, in milliseconds since 1970, anew every half minute. It begins with `first`: on a page of the server the server's. */
export function useNow(first: number): number {
  const [now, setNow] = useState(first);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookEvery);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** "2 minutes ago", "yesterday"; what is older than a week by its day. Both in milliseconds since 1970. */
export function useRelativeTime(now: number): (at: number) => string {
  const format = useFormatter();
  const locale = useLocale();
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

export function RelativeTime({ at, now }: { readonly at: number; readonly now: number }) {
  const tellTime = useRelativeTime(now);
  return <time dateTime={new Date(at).toISOString()}>{tellTime(at)}</time>;
}
