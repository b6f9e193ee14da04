/** Builds the tree that every export renders from an article's structure and its texts. */
import type { Block, SourceSegment } from "../articles/blocks.ts";
import { type Inline, renderPlainText } from "../articles/inline.ts";
import type { SegmentState } from "../articles/states.ts";
import type { BilingualBook, BookCell, BookNote, BookPair, BookPiece, BookTable } from "./book.ts";

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

const plainPair = {
  level: null,
  depth: 0,
  ordinal: null,
  isOrdered: false,
  quoteDepth: 0,
  href: null,
} as const;

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
    plainTargetTitle: title ? renderPlainText(title.target) : "",
    progress: {
      translated: segments.filter((segment) => segment.target.length > 0).length,
      segments: segments.length,
    },
    pieces: buildPieces(blocks, segments),
    notes: blocks.flatMap((block) => buildNote(block, blocks, segments) ?? []),
  };
}

function buildPieces(blocks: readonly Block[], segments: readonly BookSegment[]): BookPiece[] {
  const cells = Map.groupBy(
    blocks.flatMap((block) => buildCell(block, blocks, segments) ?? []),
    ({ table }) => table,
  );
  return blocks
    .flatMap((block, index): readonly (BookPiece | null)[] => {
      switch (block.kind) {
        case "table":
          return [buildTable(block.attributes.columns, cells.get(index)?.map(({ cell }) => cell) ?? [])];
        case "table-cell":
        case "footnote":
          return [];
        default:
          return [buildOwnPiece(block), buildPair(block, blocks, segments)];
      }
    })
    .filter((piece) => piece !== null);
}

function buildTable(columns: number, cells: readonly BookCell[]): BookTable | null {
  const rows = [...Map.groupBy(cells, ({ row }) => row).values()];
  return rows.length === 0 ? null : { type: "table", columns, rows };
}

function buildCell(block: Block, blocks: readonly Block[], segments: readonly BookSegment[]) {
  const pair = block.kind === "table-cell" ? buildPair(block, blocks, segments) : null;
  if (block.kind !== "table-cell" || !pair) return null;
  const { row, column, header } = block.attributes;
  return { table: block.parent, cell: { ...pair, row, column, isHeader: header } };
}

function buildNote(
  block: Block,
  blocks: readonly Block[],
  segments: readonly BookSegment[],
): BookNote | null {
  const pair = block.kind === "footnote" ? buildPair(block, blocks, segments) : null;
  return block.kind === "footnote" && pair ? { ...pair, footnote: block.attributes.number } : null;
}

function buildOwnPiece(block: Block): BookPiece | null {
  switch (block.kind) {
    case "divider":
      return { type: "divider" };
    case "code":
      return { type: "code", language: block.attributes.language, text: block.attributes.text };
    case "formula":
      return { type: "formula", tex: block.attributes.tex };
    case "figure":
      return { type: "figure", alt: block.attributes.alt, src: block.attributes.src };
    default:
      return null;
  }
}

function buildPair(
  block: Block,
  blocks: readonly Block[],
  segments: readonly BookSegment[],
): BookPair | null {
  const segment = block.segment === null ? undefined : segments[block.segment];
  if (block.segment === null || !segment || segment.kind === "title") return null;
  return {
    ...plainPair,
    type: "pair",
    number: block.segment + 1,
    kind: segment.kind,
    state: segment.state,
    source: segment.content,
    target: segment.target,
    quoteDepth: countQuotes(block, blocks),
    ...readLook(block),
  };
}

function readLook(block: Block): Partial<BookPair> {
  switch (block.kind) {
    case "heading":
      return { level: block.attributes.level };
    case "list-item": {
      const { depth, ordinal } = block.attributes;
      return { depth, ordinal, isOrdered: ordinal !== null };
    }
    case "link-card":
    case "video":
    case "footnote":
      return { href: block.attributes.href };
    default:
      return {};
  }
}

function countQuotes(block: Block, blocks: readonly Block[]): number {
  let count = 0;
  for (
    let each: Block | undefined = block;
    each;
    each = each.parent === null ? undefined : blocks[each.parent]
  ) {
    if (each.kind === "quote") count += 1;
  }
  return count;
}
