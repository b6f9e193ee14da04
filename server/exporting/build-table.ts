/** A table as the template prints it: source and target side by side when it is narrow, one above the other when it is wide. */
import { type Inline, renderPlainText } from "#core/articles/inline.ts";
import type { BookCell, BookTable } from "#core/exporting/book.ts";
import type { RunWriter } from "./build-runs.ts";

/** Columns that fit into one column of the page; a wider table has the whole width for each language. */
const besideLimit = 3;
/** Columns that fit on the page at all; the cells of a wider table are printed as pairs. */
export const columnLimit = 10;
/** Hanzi on a line of a column of the page, at the size of tables. */
const lineLength = 24;
/** Hanzi of a line that the space beside a cell's text takes. */
const cellBorders = 1;
/** Lines from which a row may break across pages. */
const longRow = 12;
/** Lines of a table that goes to the next page rather than over two. */
const wholeTable = 10;
/** Rows that are repeated on each page at the most. */
const headLimit = 3;
/** Share of the widest column that a narrow one has at the least. */
const leastShare = 0.25;
/** Letters of English that take the room of a hanzi: on average, and in a word of wide ones. */
const lettersPerHanzi = 2.4;
const wideLettersPerHanzi = 1.7;

export function buildTable({ columns, rows }: BookTable, writer: RunWriter) {
  const isStacked = columns > besideLimit;
  const widths = shareWidth(rows.flat(), columns);
  const built = rows.map((cells) => buildRow(cells, widths, isStacked ? 2 * lineLength : lineLength, writer));
  const firstOfBody = built.findIndex((row) => !row.isHead || row.isLong);
  const headRows = Math.min(firstOfBody < 0 ? rows.length : firstOfBody, headLimit);
  return {
    type: "table",
    isStacked,
    hasTarget: rows.flat().some((cell) => cell.target.length > 0),
    widths,
    headRows,
    isLong: built.reduce((sum, row) => sum + row.lines, 0) > wholeTable,
    callsNote: rows.flat().some(callsNote),
    rows: built,
  };
}

type Table = ReturnType<typeof buildTable>;
type RowPlace = { readonly marker: string | null; readonly endsSection: boolean };

/**
 * The engine prints all notes of a table on the page where it begins, so the rows of one that calls any stand each for
 * itself, the first of them with the head; `followedBy` tells what comes after each.
 */
export function separateRows<Piece extends Table & RowPlace>(piece: Piece) {
  const first = piece.headRows + 1;
  const groups = [piece.rows.slice(0, first), ...piece.rows.slice(first).map((row) => [row])];
  const sides = piece.isStacked && piece.hasTarget ? (["source", "target"] as const) : [null];
  const parts = sides.flatMap((side) =>
    groups.map((rows, index) => ({
      ...piece,
      side,
      rows,
      headRows: index === 0 ? piece.headRows : 0,
      marker: index === 0 && side !== "target" ? piece.marker : null,
      isLong: rows.some((row) => row.isLong),
      endsSection: piece.endsSection && index === groups.length - 1 && side !== "source",
      followedBy: index < groups.length - 1 ? "row" : side === "source" ? "translation" : null,
    })),
  );
  return parts;
}

/** Fractions of the width: a column grows with the root of its longest text, so that none starves. */
function shareWidth(cells: readonly BookCell[], columns: number): readonly number[] {
  const longest = Array.from({ length: columns }, () => 2);
  for (const cell of cells) longest[cell.column] = Math.max(longest[cell.column] ?? 2, measure(cell));
  const roots = longest.map(Math.sqrt);
  const weights = roots.map((root) => Math.max(root, leastShare * Math.max(...roots)));
  const sum = weights.reduce((left, right) => left + right, 0);
  return weights.map((weight) => weight / sum);
}

/** The room of a cell's longer side, in hanzi. */
function measure({ source, target }: BookCell): number {
  return Math.max(renderPlainText(source).length, renderPlainText(target).length / lettersPerHanzi);
}

function callsNote({ source, target }: BookCell): boolean {
  return [...source, ...target].some((item) => item.type === "footnote");
}

function buildRow(cells: readonly BookCell[], widths: readonly number[], line: number, writer: RunWriter) {
  const numbers = cells.map((cell) => cell.number);
  const [first = 0, last = first] = [numbers.at(0), numbers.at(-1)];
  const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
  const lines = Math.max(
    ...cells.map((cell) => Math.ceil(measure(cell) / (line * (widths[cell.column] ?? 1)))),
  );
  const buildSide = (side: "source" | "target") =>
    widths.map((share, column) => {
      const cell = byColumn.get(column);
      // The engine hyphenates no Latin words among Chinese ones.
      const place = { width: line * share - cellBorders, isHyphenated: side === "target" };
      return {
        isHeader: cell?.isHeader ?? false,
        isTight: cell !== undefined && hasWideWord(cell[side], place.width),
        runs: cell ? writer.buildRuns(cell[side], cell.number, place) : [],
      };
    });
  return {
    numbers: first === last ? `${first}` : `${first}–${last}`,
    first,
    last,
    isHead: cells.every((cell) => cell.isHeader),
    lines,
    isLong: lines > longRow,
    source: buildSide("source"),
    target: buildSide("target"),
  };
}

/** True when a word may be wider than so many hanzi: only then is a hyphen worth it. */
function hasWideWord(content: readonly Inline[], hanzi: number): boolean {
  const words = renderPlainText(content).match(/[A-Za-z\u00c0-\u024f]+/g) ?? [];
  return words.some((word) => word.length > wideLettersPerHanzi * hanzi);
}
