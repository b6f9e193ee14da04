import type { BilingualBook } from "#core/exporting/book.ts";

const longDate = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
const list = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** The facts under the title: who wrote, translated and reviewed it, when, and what may be done with it. */
export function buildImprint(book: BilingualBook): string[] {
  const isPrivate = book.permission === "unknown" || book.permission === "private-study";
  return [
    book.author && `Written by ${book.author}`,
    book.sourceDate && renderDate(book.sourceDate),
    book.translators.length > 0 && `translated by ${list.format(book.translators)}`,
    book.reviewers.length > 0 && `reviewed by ${list.format(book.reviewers)}`,
    describeProgress(book),
    `edition of ${renderDate(book.editionDate)}`,
    isPrivate && "private study copy",
  ].flatMap((fact) => (fact ? [fact] : []));
}

/** How far the translation has come; null when nothing is missing. */
function describeProgress({ progress: { translated, segments } }: BilingualBook): string | null {
  if (translated === 0) return "not yet translated";
  return translated < segments ? `translation of ${translated} of ${segments} segments` : null;
}

/** The day of an ISO date, as its own zone names it. */
function renderDate(iso: string): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? iso : longDate.format(day);
}
