/** The words of the printed page. The server's own process reads them, without Next. */
import { createTranslator } from "next-intl";
import type { Locale } from "#i18n/routing.ts";
import en from "#messages/en/print.json" with { type: "json" };
import zh from "#messages/zh-CN/print.json" with { type: "json" };

/** The sentences of `messages/…/print.json` in a language. */
export function getPrintWords(locale: Locale) {
  // Same keys, other sentences: only the English ones are typed literally.
  const print = (locale === "en" ? en : zh) as typeof en;
  return createTranslator({ locale, messages: { print }, namespace: "print" });
}
