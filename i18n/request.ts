import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { messages } from "#i18n/messages.ts";
import { routing } from "#i18n/routing.ts";

export default getRequestConfig(async ({ requestLocale }) => {
  const asked = await requestLocale;
  const locale = hasLocale(routing.locales, asked) ? asked : routing.defaultLocale;
  // UTC on both sides, so that the first render of the browser equals the server's.
  return { locale, messages: messages[locale], timeZone: "UTC" };
});
