/** The parts of a page, in reading order, as the template prints them. */
import type { BookNote, BookPair, BookPiece, BookPlace } from "#core/exporting/book.ts";
import type { RunWriter } from "./build-runs.ts";
import { buildTable, columnLimit, separateRows } from "./build-table.ts";
import type { Run } from "./run.ts";

/** Lines of a source from which a pair may break across pages, and the hanzi and letters of a line. */
const longPair = 8;
const [hanziPerLine, lettersPerLine] = [21, 42];
/** Lines of a translation in the room of one line of the source. */
const targetLines = 1.25;
/** What leaves up to half of a line empty before it: that half would be spread between the hanzi. */
const longToken = /[\x21-\x7e\u200b]{20,}/;
/** em of the body that the page and each of its columns surely have for a formula, and the largest size of a heading. */
const pageWidth = 42;
const columnWidth = 20.5;
const headingSize = 1.2;
/** em that the number or dot of an item takes at the least, that each item inside it is set in by, and that a digit takes. */
const markerWidth = 2;
const digitWidth = 0.55;
/** An item deeper than this is set in no further, so that its lines stay readable. */
const deepestItem = 4;
/** Spaces in the place of a tab: no font has one. */
const tab = " ".repeat(4);

export function buildPieces(pieces: readonly BookPiece[], writer: RunWriter) {
  let segment = 1;
  // A tagged document may not skip a level of headings.
  let level = 1;
  const build = (piece: Exclude<BookPiece, { readonly type: "divider" }>) => {
    if (piece.type === "table") {
      segment = piece.rows.at(-1)?.at(-1)?.number ?? segment;
      return { ...buildLook(piece), ...buildTable(piece, writer) };
    }
    if (piece.type !== "pair") return buildOwnPiece(piece, segment, writer);
    segment = piece.number;
    if (piece.level !== null) level = Math.min(piece.level, level + 1);
    return buildPair(piece, level, writer);
  };
  const flat = pieces.flatMap(flattenTable);
  return flat.flatMap((piece, index) => {
    if (piece.type === "divider") return [];
    const built = { ...build(piece), ...relate(piece, flat[index + 1]) };
    return "callsNote" in built && built.callsNote ? separateRows(built) : [built];
  });
}

/** How a piece stands to the next one. */
function relate(piece: BookPiece, next: BookPiece | undefined) {
  const kind = piece.type === "pair" ? piece.kind : piece.type;
  const nextKind = next?.type === "pair" ? next.kind : next?.type;
  return {
    endsSection: nextKind === "divider",
    isHeading: kind === "heading",
    precedesHeading: nextKind === "heading",
    isTight: isInList(piece) && next !== undefined && isInList(next),
    // No page ends under a heading, or between a picture or a table and its caption.
    isSticky:
      kind === "heading" ||
      (kind === "figure" && nextKind === "caption") ||
      (kind === "caption" && nextKind === "table"),
  };
}

function isInList(piece: BookPiece): boolean {
  return piece.type !== "divider" && piece.item !== null;
}

/** The cells instead of the table that no page is wide enough for. */
function flattenTable(piece: BookPiece): readonly BookPiece[] {
  if (piece.type !== "table" || piece.columns <= columnLimit) return [piece];
  const [first, ...others] = piece.rows.flat();
  return first ? [{ ...first, item: piece.item }, ...others] : [];
}

type OwnPiece = Exclude<BookPiece, { readonly type: "pair" | "table" | "divider" }>;

function buildOwnPiece(piece: OwnPiece, segment: number, writer: RunWriter) {
  const look = buildLook(piece);
  const asCode = (text: string) => ({
    ...look,
    type: "code",
    lines: writer.clean(text.replaceAll("\t", tab), segment).split("\n"),
  });
  switch (piece.type) {
    case "code":
      return asCode(piece.text);
    case "formula": {
      const formula = writer.buildFormula(piece.tex, segment, pageWidth - measureInset(piece));
      return formula ? { ...look, type: "formula", text: piece.tex, formula } : asCode(piece.tex);
    }
    case "figure":
      return {
        ...look,
        type: "figure",
        text: writer.clean(piece.alt, segment),
        address: writer.cleanAddress(piece.src),
      };
  }
}

function buildPair(piece: BookPair, level: number, writer: RunWriter) {
  const width = (columnWidth - measureInset(piece)) / (piece.level === null ? 1 : headingSize);
  const place = { width, isHyphenated: false };
  const source = writer.buildRuns(piece.source, piece.number, place);
  const target = writer.buildRuns(piece.target, piece.number, place);
  return {
    ...buildLook(piece),
    type: "pair",
    kind: piece.kind,
    number: piece.number,
    level: piece.level === null ? null : level,
    isLong:
      countLines(source, hanziPerLine) > longPair ||
      countLines(target, lettersPerLine) > targetLines * longPair,
    isRagged: source.some((run) => run.type === "text" && longToken.test(run.text)),
    address: writer.cleanAddress(piece.href),
    source,
    target,
  };
}

/** How a piece is set in. What goes on with an item stands under its first words, and so does an item inside it. */
function buildLook({ item, isQuoted }: BookPlace) {
  if (item === null) return { indent: 0, isQuoted, marker: null, markerWidth: 0 };
  const marker = item.ordinal === null ? "•" : `${item.ordinal}.`;
  // Whole em, so that the hanzi of the text keep their grid.
  const width = Math.max(markerWidth, Math.ceil(marker.length * digitWidth));
  const indent = markerWidth * Math.min(item.depth, deepestItem);
  return item.isFirst
    ? { indent, isQuoted, marker, markerWidth: width }
    : { indent: indent + width, isQuoted, marker: null, markerWidth: 0 };
}

/** em that the setting in takes from the width. */
function measureInset(place: BookPlace): number {
  const look = buildLook(place);
  return look.indent + look.markerWidth + (look.isQuoted ? 1 : 0);
}

/** A note as it is printed at the foot of a page. */
export function buildNote({ footnote, href, pair }: BookNote, writer: RunWriter) {
  return {
    mark: `${footnote}`,
    number: pair?.number ?? null,
    address: writer.cleanAddress(href),
    source: pair ? writer.buildRuns(pair.source, pair.number) : [],
    target: pair ? writer.buildRuns(pair.target, pair.number) : [],
  };
}

/** A note that no mark calls is printed like a list item, with its own number. */
export function buildUncalledNote({ footnote, href, pair }: BookNote, writer: RunWriter) {
  const item = { depth: 0, ordinal: footnote, isFirst: true };
  const piece: BookPair | OwnPiece = pair
    ? { ...pair, href, item }
    : { type: "figure", alt: "", src: href, isQuoted: false, item };
  const built = piece.type === "pair" ? buildPair(piece, 1, writer) : buildOwnPiece(piece, 1, writer);
  return { ...built, ...relate(piece, undefined) };
}

/** About how many lines the text takes. */
function countLines(runs: readonly Run[], perLine: number): number {
  const formulas = runs.reduce((sum, { formula }) => sum + (formula?.height ?? 0), 0);
  const text = runs.map((run) => (run.type === "break" ? "\n" : run.text)).join("");
  return text.split("\n").reduce((sum, line) => sum + Math.ceil((line.length + 1) / perLine), formulas);
}
