/** Turns a book into the plain JSON that the template prints, and tells what had to be replaced. */
import type { BilingualBook, BookPair, BookPiece, BookTable } from "#core/exporting/book.ts";
import type { ExportNotice, ExportOptions } from "#core/exporting/options.ts";
import { buildImprint } from "./build-imprint.ts";
import { type Run, RunWriter, type Typeset } from "./build-runs.ts";
import { buildTable, columnLimit } from "./build-table.ts";

export type PageData = { readonly json: string; readonly notices: readonly ExportNotice[] };

/** Characters in a pair from which it may break across pages: about twelve lines. */
const longPair = 250;
/** em of the body that a formula on its own line may be wide. */
const pageWidth = 42;
/** Characters of the title at the foot of each page. */
const titleLength = 24;

/** `hasGlyph` speaks for all fonts of the template together; `typeset` answers null where TeX must stay code. */
export function buildPageData(
  book: BilingualBook,
  options: ExportOptions,
  hasGlyph: (codePoint: number) => boolean,
  typeset: Typeset,
): PageData {
  const writer = new RunWriter(hasGlyph, typeset);
  const data = {
    ...buildHead(book, writer),
    paper: options.paper === "letter" ? "us-letter" : "a4",
    numbers: options.numbers,
    pieces: buildPieces(book.pieces, writer),
  };
  return { json: JSON.stringify(data), notices: dropRepeats(writer.notices) };
}

function buildHead(book: BilingualBook, writer: RunWriter) {
  return {
    date: book.editionDate.split("-").map(Number),
    authors: book.author ? [writer.clean(book.author, 1)] : [],
    plainTitle: writer.clean(book.plainTitle, 1),
    shortTitle: writer.clean(shorten(book.plainTitle), 1),
    title: writer.buildRuns(book.title, 1),
    targetTitle: writer.buildRuns(book.targetTitle, 1),
    imprint: writer.clean(buildImprint(book), 1),
    address: writer.cleanAddress(book.sourceUrl),
  };
}

function buildPieces(pieces: readonly BookPiece[], writer: RunWriter) {
  let segment = 1;
  // A tagged document may not skip a level of headings.
  let level = 1;
  return pieces.flatMap(flattenTable).map((piece) => {
    if (piece.type === "table") {
      segment = piece.rows.at(-1)?.at(-1)?.number ?? segment;
      return buildTable(piece, writer);
    }
    if (piece.type !== "pair") return buildOwnPiece(piece, segment, writer);
    segment = piece.number;
    if (piece.level !== null) level = Math.min(piece.level, level + 1);
    return buildPair(piece, level, writer);
  });
}

/** The cells instead of the table that no page is wide enough for. */
function flattenTable(piece: BookPiece): readonly BookPiece[] {
  return piece.type === "table" && piece.columns > columnLimit ? piece.rows.flat() : [piece];
}

function buildOwnPiece(piece: Exclude<BookPiece, BookPair | BookTable>, segment: number, writer: RunWriter) {
  const asCode = (text: string) => ({ type: "code", lines: writer.clean(text, segment).split("\n") });
  switch (piece.type) {
    case "divider":
      return piece;
    case "code":
      return asCode(piece.text);
    case "formula": {
      const formula = writer.buildFormula(piece.tex, segment, true, pageWidth);
      return formula ? { type: "formula", text: piece.tex, formula } : asCode(piece.tex);
    }
    case "figure":
      return {
        type: "figure",
        text: writer.clean(piece.alt, segment),
        address: writer.cleanAddress(piece.src),
      };
  }
}

function buildPair(piece: BookPair, level: number, writer: RunWriter) {
  const source = writer.buildRuns(piece.source, piece.number);
  const target = writer.buildRuns(piece.target, piece.number);
  const ordinal = piece.footnote ?? piece.ordinal;
  const bullet = piece.kind === "list-item" ? "•" : null;
  return {
    type: "pair",
    kind: piece.kind,
    number: piece.number,
    level: piece.level === null ? null : level,
    indent: piece.depth,
    quoteDepth: piece.quoteDepth,
    isLong: countCharacters(source) > longPair || countCharacters(target) > 3 * longPair,
    marker: ordinal === null ? bullet : `${ordinal}.`,
    address: writer.cleanAddress(piece.href),
    source,
    target,
  };
}

function shorten(title: string): string {
  const characters = [...title];
  return characters.length <= titleLength ? title : `${characters.slice(0, titleLength).join("").trimEnd()}…`;
}

function countCharacters(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0);
}

function dropRepeats(notices: readonly ExportNotice[]): ExportNotice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()];
}
