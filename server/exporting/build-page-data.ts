/** Turns a book into the plain JSON that the template prints, and tells what had to be replaced. */
import { lineEnd } from "#core/exporting/allow-breaks.ts";
import type { BilingualBook } from "#core/exporting/book.ts";
import type { ExportNotice, ExportOptions } from "#core/exporting/options.ts";
import { buildNote, buildPieces, buildUncalledNote } from "./build-pieces.ts";
import { RunWriter, turn } from "./build-runs.ts";
import type { Typeset } from "./formula-setter.ts";
import { turnTitle } from "./turn-title.ts";

/** What the pages are made of: a book, and the facts that are told under its title. */
export type Pages = {
  readonly book: BilingualBook;
  readonly imprint: readonly string[];
  readonly options: ExportOptions;
};
export type PageData = { readonly json: string; readonly notices: readonly ExportNotice[] };

/** Characters of the title at the foot of each page. */
const titleLength = 24;
const latin = String.raw`(?!\p{Script=Han})[\p{L}\p{M}\p{N}'’-]`;
const latinEnd = new RegExp(`(?:${latin})+$`, "u");
const latinStart = new RegExp(`^${latin}`, "u");

/** `hasGlyph` speaks for all fonts of the template together; `typeset` answers null where TeX must stay code. */
export function buildPageData(
  { book, imprint, options }: Pages,
  hasGlyph: (codePoint: number) => boolean,
  typeset: Typeset,
): PageData {
  const writer = new RunWriter(hasGlyph, typeset, new Set(book.notes.map(({ footnote }) => footnote)));
  // A mark inside a note calls nothing: notes of notes could go in a circle.
  const noteWriter = new RunWriter(hasGlyph, typeset);
  const head = buildHead(book, imprint, writer);
  const pieces = buildPieces(book.pieces, writer);
  const [called, uncalled] = [true, false].map((isCalled) =>
    book.notes.filter(({ footnote }) => writer.called.has(footnote) === isCalled),
  );
  const data = {
    ...head,
    paper: options.paper === "letter" ? "us-letter" : "a4",
    numbers: options.numbers,
    imprintLanguage: options.language,
    notes: Object.fromEntries((called ?? []).map((note) => [note.footnote, buildNote(note, noteWriter)])),
    pieces: [...pieces, ...(uncalled ?? []).map((note) => buildUncalledNote(note, noteWriter))],
  };
  return { json: JSON.stringify(data), notices: dropRepeats([...writer.notices, ...noteWriter.notices]) };
}

function buildHead(book: BilingualBook, imprint: readonly string[], writer: RunWriter) {
  // What is told about the file, and the foot of a page, are no lines that end.
  const cleanWhole = (text: string) => writer.clean(text, 1).replaceAll(lineEnd, "");
  return {
    date: book.editionDate.split("-").map(Number),
    authors: book.author ? [cleanWhole(book.author)] : [],
    plainTitle: cleanWhole(book.plainTitle),
    shortTitle: cleanWhole(shorten(book.plainTitle)),
    title: turnTitle(writer.buildRuns(book.title, 1), turn),
    targetTitle: writer.buildRuns(book.targetTitle, 1),
    imprint: imprint.map((fact) => writer.clean(fact, 1)),
    address: writer.cleanAddress(book.sourceUrl),
  };
}

/** Cut before a word of Latin rather than inside it, unless nothing else is left. */
function shorten(title: string): string {
  const characters = [...title];
  if (characters.length <= titleLength) return title;
  const start = characters.slice(0, titleLength).join("");
  const isInside = latinEnd.test(start) && latinStart.test(characters.slice(titleLength).join(""));
  return `${((isInside && start.replace(latinEnd, "").trimEnd()) || start).trimEnd()}…`;
}

function dropRepeats(notices: readonly ExportNotice[]): ExportNotice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}
