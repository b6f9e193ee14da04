/** The parts of a page, in reading order, as the template prints them. */
import type { BookNote, BookPair, BookPiece } from "#core/exporting/book.ts";
import type { Run, RunWriter } from "./build-runs.ts";
import { buildTable, columnLimit } from "./build-table.ts";

/** Lines of a source from which a pair may break across pages, and the hanzi and letters of a line. */
const longPair = 8;
const [hanziPerLine, lettersPerLine] = [21, 42];
/** Lines of a translation in the room of one line of the source. */
const targetLines = 1.25;
/** em of the body that a formula on its own line may be wide. */
const pageWidth = 42;

export function buildPieces(pieces: readonly BookPiece[], writer: RunWriter) {
  let segment = 1;
  // A tagged document may not skip a level of headings.
  let level = 1;
  const build = (piece: Exclude<BookPiece, { readonly type: "divider" }>) => {
    if (piece.type === "table") {
      segment = piece.rows.at(-1)?.at(-1)?.number ?? segment;
      return buildTable(piece, writer);
    }
    if (piece.type !== "pair") return buildOwnPiece(piece, segment, writer);
    segment = piece.number;
    if (piece.level !== null) level = Math.min(piece.level, level + 1);
    return buildPair(piece, level, writer);
  };
  const flat = pieces.flatMap(flattenTable);
  return flat.flatMap((piece, index) =>
    piece.type === "divider" ? [] : [{ ...build(piece), ...relate(piece, flat[index + 1]) }],
  );
}

/** How a piece stands to the next one. */
function relate(piece: BookPiece, next: BookPiece | undefined) {
  const kind = piece.type === "pair" ? piece.kind : piece.type;
  const nextKind = next?.type === "pair" ? next.kind : next?.type;
  return {
    endsSection: nextKind === "divider",
    isTight: kind === "list-item" && nextKind === "list-item",
    // No page ends under a heading, or between a picture and its caption.
    isSticky: kind === "heading" || (kind === "figure" && nextKind === "caption"),
  };
}

/** The cells instead of the table that no page is wide enough for. */
function flattenTable(piece: BookPiece): readonly BookPiece[] {
  return piece.type === "table" && piece.columns > columnLimit ? piece.rows.flat() : [piece];
}

type OwnPiece = Exclude<BookPiece, { readonly type: "pair" | "table" | "divider" }>;

function buildOwnPiece(piece: OwnPiece, segment: number, writer: RunWriter) {
  const asCode = (text: string) => ({ type: "code", lines: writer.clean(text, segment).split("\n") });
  switch (piece.type) {
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
    isLong:
      countLines(source, hanziPerLine) > longPair ||
      countLines(target, lettersPerLine) > targetLines * longPair,
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
  return { ...buildPair(note, 1, writer), ...relate(note, undefined), marker: `${note.footnote}.` };
}

/** About how many lines the text takes. */
function countLines(runs: readonly Run[], perLine: number): number {
  const formulas = runs.reduce((sum, { formula }) => sum + (formula?.height ?? 0), 0);
  const text = runs.map((run) => (run.type === "break" ? "\n" : run.text)).join("");
  return text.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + 1) / perLine), formulas);
}
