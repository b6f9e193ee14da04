/** Turns a book into the plain JSON that the template prints, and tells what had to be replaced. */
import type { Inline } from "#core/articles/inline.ts";
import type { BilingualBook, BookPair, BookPiece } from "#core/exporting/book.ts";
import type { ExportNotice, ExportOptions } from "#core/exporting/options.ts";
import { prepareText } from "#core/exporting/prepare-text.ts";

type HasGlyph = (codePoint: number) => boolean;
export type PageData = { readonly json: string; readonly notices: readonly ExportNotice[] };

/** Characters in a pair from which it may break across pages: about twelve lines. */
const longPair = 250;

/** `hasGlyph` speaks for all fonts of the template together. */
export function buildPageData(book: BilingualBook, options: ExportOptions, hasGlyph: HasGlyph): PageData {
  const notices: ExportNotice[] = [];
  const clean = (text: string, segment: number): string => {
    const prepared = prepareText(text, hasGlyph);
    notices.push(...prepared.notices.map((notice) => ({ ...notice, segment })));
    return prepared.text;
  };
  const runs = (items: readonly Inline[], segment: number) =>
    items.map((item) => buildRun(item, segment, clean, notices));
  let segment = 1;
  let level = 1;
  const buildPiece = (piece: BookPiece) => {
    if (piece.type === "divider") return piece;
    if (piece.type === "code") return { type: "code", lines: clean(piece.text, segment).split("\n") };
    if (piece.type === "formula") {
      notices.push({ code: "formula-as-code", segment, detail: piece.tex });
      return { type: "code", lines: clean(piece.tex, segment).split("\n") };
    }
    if (piece.type === "figure")
      return { type: "figure", text: clean([piece.alt, piece.src].filter(Boolean).join("\n"), segment) };
    segment = piece.number;
    if (piece.level !== null) level = Math.min(piece.level, level + 1);
    return buildPair(piece, level, runs(piece.source, segment), runs(piece.target, segment));
  };
  const [year, month, day] = book.editionDate.split("-").map(Number);
  const data = {
    paper: options.paper === "letter" ? "us-letter" : "a4",
    numbers: options.numbers,
    date: [year, month, day],
    authors: book.author ? [clean(book.author, 1)] : [],
    plainTitle: clean(book.plainTitle, 1),
    shortTitle: clean([...book.plainTitle].slice(0, 24).join(""), 1),
    title: runs(book.title, 1),
    targetTitle: runs(book.targetTitle, 1),
    imprint: clean(buildImprint(book), 1),
    pieces: book.pieces.map(buildPiece),
  };
  return { json: JSON.stringify(data), notices: dropRepeats(notices) };
}

function buildPair(
  piece: BookPair,
  level: number,
  source: readonly { text: string }[],
  target: readonly { text: string }[],
) {
  const marker = piece.footnote ?? piece.ordinal;
  return {
    type: "pair",
    kind: piece.kind,
    number: piece.number,
    level: piece.level === null ? null : level,
    indent: piece.depth,
    quoteDepth: piece.quoteDepth,
    isHeader: piece.isHeader,
    isLong:
      [...source].reduce((sum, run) => sum + run.text.length, 0) > longPair ||
      target.reduce((sum, run) => sum + run.text.length, 0) > 3 * longPair,
    marker: marker !== null ? `${marker}.` : piece.kind === "list-item" ? "•" : null,
    source,
    target,
  };
}

function buildRun(
  item: Inline,
  segment: number,
  clean: (text: string, segment: number) => string,
  notices: ExportNotice[],
) {
  const plain = { type: "text", text: "", marks: [] as readonly string[], href: null as string | null };
  switch (item.type) {
    case "text": {
      const href = item.href && /^https?:\/\/\S+$/i.test(item.href) ? item.href : null;
      return { ...plain, text: clean(item.text, segment), marks: item.marks ?? [], href };
    }
    case "break":
      return { ...plain, type: "break" };
    case "formula":
      notices.push({ code: "formula-as-code", segment, detail: item.tex });
      return { ...plain, text: clean(item.tex, segment), marks: ["code"] };
    case "footnote":
      return { ...plain, text: String(item.number), marks: ["superscript"] };
    case "mention":
      return { ...plain, text: clean(item.name, segment) };
    case "image":
      return { ...plain, text: clean(`[${item.alt}]`, segment) };
  }
}

function buildImprint(book: BilingualBook): string {
  const translators = book.translators.length > 0 ? `translated by ${book.translators.join(" and ")}` : null;
  const reviewers = book.reviewers.length > 0 ? `reviewed by ${book.reviewers.join(" and ")}` : null;
  const study =
    book.permission === "unknown" || book.permission === "private-study" ? "private study copy" : null;
  const author = book.author ? `Written by ${book.author}` : null;
  return [
    author,
    book.sourceDate?.slice(0, 10),
    translators,
    reviewers,
    `edition of ${book.editionDate}`,
    study,
    book.sourceUrl,
  ]
    .filter(Boolean)
    .join(" · ");
}

function dropRepeats(notices: readonly ExportNotice[]): ExportNotice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}
