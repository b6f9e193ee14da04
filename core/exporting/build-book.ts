/** Builds the tree that every export renders from an article's structure and its texts. */
import type { Block, SourceSegment } from "../articles/blocks.ts";
import type { Inline } from "../articles/inline.ts";
import type { SegmentState } from "../articles/states.ts";
import type { BilingualBook, BookCell, BookNote, BookPair, BookPiece, BookPlace, BookTable } from "./book.ts";
import { type BuiltPiece, beginItems, findPlace } from "./find-place.ts";

/** What the book says about itself, beside its text. */
export type BookFacts = Pick<
  BilingualBook,
  "author" | "sourceUrl" | "sourceDate" | "translators" | "reviewers" | "permission" | "editionDate"
> & { readonly title: string };

/** A segment with its current translation; the list is in reading order, so its index + 1 is the number. */
export type BookSegment = Pick<SourceSegment, "kind" | "content"> & {
  readonly target: readonly Inline[];
  readonly state: SegmentState;
};

/** The book of an article. The title segment becomes the title; spacers and bare containers leave no piece. */
export function buildBook(
  facts: BookFacts,
  blocks: readonly Block[],
  segments: readonly BookSegment[],
): BilingualBook {
  const title = segments.find((segment) => segment.kind === "title");
  const { title: plainTitle, ...rest } = facts;
  return {
    ...rest,
    plainTitle,
    title: title?.content ?? [{ type: "text", text: plainTitle }],
    targetTitle: title?.target ?? [],
    progress: {
      translated: segments.filter((segment) => segment.target.length > 0).length,
      segments: segments.length,
    },
    pieces: buildPieces(blocks, segments),
    notes: blocks.flatMap((block) => buildNote(block, segments) ?? []),
  };
}

type Cell = Extract<Block, { kind: "table-cell" }>;

function buildPieces(blocks: readonly Block[], segments: readonly BookSegment[]): BookPiece[] {
  const tables = Map.groupBy(blocks.filter(isFilledCell), ({ parent }) => parent);
  const built = blocks.flatMap((block): BuiltPiece[] => {
    const place = findPlace(blocks, block);
    if (block.kind !== "table-cell") {
      const piece = buildPiece(block, segments, place);
      return piece ? [{ block, piece }] : [];
    }
    // A table comes with its first cell: after a caption that is numbered before it, and before one that is not.
    const cells = tables.get(block.parent) ?? [];
    if (cells[0] !== block) return [];
    const table = block.parent === null ? undefined : blocks[block.parent];
    const columns = table?.kind === "table" ? table.attributes.columns : 1;
    return [{ block, piece: buildTable(cells, columns, segments, place) }];
  });
  return beginItems(blocks, built);
}

function isFilledCell(block: Block): block is Cell {
  return block.kind === "table-cell" && block.segment !== null;
}

/** The cells stand where their table does. */
function buildTable(
  cells: readonly Cell[],
  columns: number,
  segments: readonly BookSegment[],
  place: BookPlace,
): BookTable {
  const built = cells.flatMap((cell): BookCell[] => {
    const pair = buildPair(cell, segments, place);
    const { row, column, header } = cell.attributes;
    return pair ? [{ ...pair, row, column, isHeader: header }] : [];
  });
  return { type: "table", columns, rows: [...Map.groupBy(built, ({ row }) => row).values()], ...place };
}

function buildNote(block: Block, segments: readonly BookSegment[]): BookNote | null {
  if (block.kind !== "footnote") return null;
  const { number, href } = block.attributes;
  const pair = buildPair(block, segments, { isQuoted: false, item: null });
  return pair || href ? { footnote: number, href, pair } : null;
}

function buildPiece(block: Block, segments: readonly BookSegment[], place: BookPlace): BookPiece | null {
  switch (block.kind) {
    case "footnote":
      return null;
    case "divider":
      return { type: "divider" };
    case "code": {
      const { language, text } = block.attributes;
      return { type: "code", language, text, ...place };
    }
    case "formula":
      return { type: "formula", tex: block.attributes.tex, ...place };
    case "figure": {
      const { alt, src } = block.attributes;
      return { type: "figure", alt, src, ...place };
    }
    case "link-card":
    case "video": {
      const { href } = block.attributes;
      const pair = buildPair(block, segments, place);
      return pair || href === null ? pair : { type: "figure", alt: "", src: href, ...place };
    }
    default:
      return buildPair(block, segments, place);
  }
}

function buildPair(block: Block, segments: readonly BookSegment[], place: BookPlace): BookPair | null {
  const segment = block.segment === null ? undefined : segments[block.segment];
  if (block.segment === null || !segment || segment.kind === "title") return null;
  return {
    type: "pair",
    number: block.segment + 1,
    kind: segment.kind,
    state: segment.state,
    source: segment.content,
    target: segment.target,
    level: block.kind === "heading" ? block.attributes.level : null,
    href: block.kind === "link-card" || block.kind === "video" ? block.attributes.href : null,
    ...place,
  };
}
