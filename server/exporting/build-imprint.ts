import type { BilingualBook } from "#core/exporting/book.ts";
import type { ImprintLanguage } from "#core/exporting/options.ts";
import { getPrintWords } from "#i18n/print-words.ts";

const dates = {
  en: new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }),
  "zh-CN": new Intl.DateTimeFormat("zh-CN", { dateStyle: "long", timeZone: "UTC" }),
};
const lists = {
  en: new Intl.ListFormat("en-GB", { type: "conjunction" }),
  "zh-CN": new Intl.ListFormat("zh-CN", { type: "conjunction" }),
};

const permissionWords = {
  unknown: "privateStudy",
  "private-study": "privateStudy",
  "author-agreed": "authorAgreed",
  "open-licence": "openLicence",
} as const;

/** The facts under the title: who wrote, translated and reviewed it, when, and what may be done with it. */
export function buildImprint(book: BilingualBook, language: ImprintLanguage): string[] {
  const t = getPrintWords(language);
  const [date, list] = [dates[language], lists[language]];
  const day = (iso: string) => {
    // As the date's own zone names it.
    const at = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(at.getTime()) ? iso : date.format(at);
  };
  const { author, sourceDate, translators, reviewers, permission, editionDate, progress } = book;
  return [
    author && t("writtenBy", { name: author }),
    sourceDate && day(sourceDate),
    translators.length > 0 && t("translatedBy", { names: list.format(translators) }),
    reviewers.length > 0 && t("reviewedBy", { names: list.format(reviewers) }),
    progress.translated === 0 && t("untranslated"),
    progress.translated > 0 && progress.translated < progress.segments && t("progress", progress),
    t("edition", { date: day(editionDate) }),
    t(permissionWords[permission]),
  ].flatMap((fact) => (fact ? [fact] : []));
}
