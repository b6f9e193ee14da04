import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { type Messages, messages } from "#i18n/messages.ts";
import { routing } from "#i18n/routing.ts";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  // Same keys, other sentences: only the English ones are typed literally, so the cast loses nothing.
  const translated = messages[locale] as Messages;
  // UTC on both sides, so that the first render of the browser equals the server's.
  return { locale, messages: translated, timeZone: "UTC" };
});
