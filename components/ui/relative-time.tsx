"use client";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { useEffect, useState, useSyncExternalStore } from "react";

const day = 24 * 3600 * 1000;
const lookEvery = 30_000;
const momentAgo = 60_000;

/** Now, in milliseconds since 1970, anew every half minute. It begins with `first`: on a page of the server the server's. */
export function useNow(first: number): number {
  const [now, setNow] = useState(first);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), lookEvery);
    return () => clearInterval(timer);
  }, []);
  return now;
}

const subscribeToNothing = () => () => {};

/** The reader's own, which the server does not know: its page is read in UTC first. */
function useTimeZone(): string {
  return useSyncExternalStore(
    subscribeToNothing,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "UTC",
  );
}

/** "2 minutes ago", "yesterday"; what is older than a week by its day. Both in milliseconds since 1970. */
export function useRelativeTime(now: number): (at: number) => string {
  const t = useTranslations("shell");
  const format = useFormatter();
  const locale = useLocale();
  const timeZone = useTimeZone();
  return (at) => {
    if (now - at < momentAgo) return t("justNow");
    if (now - at < day) return format.relativeTime(at, now);
    const days = countDays(now, timeZone) - countDays(at, timeZone);
    // "yesterday" has its own word in both languages, which next-intl's own formatter does not use.
    if (days < 7) return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(-days, "day");
    const isThisYear = readYear(at, timeZone) === readYear(now, timeZone);
    const year = isThisYear ? undefined : "numeric";
    return format.dateTime(at, { day: "numeric", month: "long", year, timeZone });
  };
}

/** Days of the calendar since 1970. */
function countDays(at: number, timeZone: string): number {
  return Date.parse(new Date(at).toLocaleDateString("sv", { timeZone })) / day;
}

function readYear(at: number, timeZone: string): string {
  return new Date(at).toLocaleDateString("sv", { timeZone, year: "numeric" });
}

export function RelativeTime({ at, now }: { readonly at: number; readonly now: number }) {
  const tellTime = useRelativeTime(now);
  return <time dateTime={new Date(at).toISOString()}>{tellTime(at)}</time>;
}
