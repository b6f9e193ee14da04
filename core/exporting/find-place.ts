/** Where the pieces of a book stand, and which of them begin an item of a list. */
import type { Block } from "../articles/blocks.ts";
import type { BookPiece, BookPlace } from "./book.ts";

export type BuiltPiece = { readonly block: Block; readonly piece: BookPiece };

type Item = Extract<Block, { kind: "list-item" }>;

/** The place of what a block makes, as of a piece that goes on with its item. */
export function findPlace(blocks: readonly Block[], block: Block): BookPlace {
  const item = findItem(blocks, block);
  return {
    isQuoted: listAround(blocks, block).some(({ kind }) => kind === "quote"),
    item: item && { ...item.attributes, isFirst: false },
  };
}

/** The pieces in reading order, each with the block that made it; the first of each item now begins it. */
export function beginItems(blocks: readonly Block[], built: readonly BuiltPiece[]): BookPiece[] {
  const begun = new Set<Item>();
  return built.map(({ block, piece }) => {
    const item = findItem(blocks, block);
    if (piece.type === "divider" || piece.item === null || item === null || begun.has(item)) return piece;
    begun.add(item);
    return { ...piece, item: { ...piece.item, isFirst: true } };
  });
}

/** The innermost item that holds the block, or is it. */
function findItem(blocks: readonly Block[], block: Block): Item | null {
  return listAround(blocks, block).find((each) => each.kind === "list-item") ?? null;
}

/** The block itself and all that it stands in, innermost first. */
function listAround(blocks: readonly Block[], block: Block): Block[] {
  const around: Block[] = [];
  let each: Block | undefined = block;
  while (each) {
    around.push(each);
    each = each.parent === null ? undefined : blocks[each.parent];
  }
  return around;
}
