import { defineRouting } from "next-intl/routing";

/** One link serves both languages: the locale lives in a cookie and the browser's preference, never in the address. */
export const routing = defineRouting({
  locales: ["en", "zh-CN"],
  defaultLocale: "en",
  localePrefix: "never",
});
export type Locale = (typeof routing.locales)[number];
