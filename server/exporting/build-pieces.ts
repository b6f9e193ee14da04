/** The parts of a page, in reading order, as the template prints them. */
import type { BookNote, BookPair, BookPiece, BookTable } from "#core/exporting/book.ts";
import type { Run, RunWriter } from "./build-runs.ts";
import { buildTable, columnLimit } from "./build-table.ts";

/** Characters in a pair from which it may break across pages: about twelve lines. */
const longPair = 250;
/** em of the body that a formula on its own line may be wide. */
const pageWidth = 42;

export function buildPieces(pieces: readonly BookPiece[], writer: RunWriter) {
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
  const bullet = piece.kind === "list-item" ? "•" : null;
  return {
    type: "pair",
    kind: piece.kind,
    number: piece.number,
    level: piece.level === null ? null : level,
    indent: piece.depth,
    quoteDepth: piece.quoteDepth,
    isLong: countCharacters(source) > longPair || countCharacters(target) > 3 * longPair,
    marker: piece.ordinal === null ? bullet : `${piece.ordinal}.`,
    address: writer.cleanAddress(piece.href),
    source,
    target,
  };
}

/** A note as it is printed at the foot of a page. */
export function buildNote(note: BookNote, writer: RunWriter) {
  const { number } = note;
  return {
    number,
    address: writer.cleanAddress(note.href),
    source: writer.buildRuns(note.source, number),
    target: writer.buildRuns(note.target, number),
  };
}

/** A note that no mark calls is printed like a list item, with its own number. */
export function buildUncalledNote(note: BookNote, writer: RunWriter) {
  return { ...buildPair(note, 1, writer), marker: `${note.footnote}.` };
}

function countCharacters(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0);
}
