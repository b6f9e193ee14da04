import type { Block } from "../articles/blocks.ts";
import type { BookPlace } from "./book.ts";

type Item = Extract<Block, { kind: "list-item" }>;

/** Tells where the pieces of an article stand, when it is asked for each of them once, in reading order. */
export class PlaceFinder {
  private readonly blocks: readonly Block[];
  private readonly begun = new Set<Item>();

  constructor(blocks: readonly Block[]) {
    this.blocks = blocks;
  }

  /** The place of the next piece, which `block` makes. */
  find(block: Block): BookPlace {
    const around = this.listAround(block);
    const item = around.find((each) => each.kind === "list-item");
    const isFirst = item !== undefined && !this.begun.has(item);
    if (item) this.begun.add(item);
    return {
      quoteDepth: around.filter(({ kind }) => kind === "quote").length,
      item: item ? { depth: item.attributes.depth, ordinal: item.attributes.ordinal, isFirst } : null,
    };
  }

  /** The block itself and all that it stands in, innermost first. */
  private listAround(block: Block): Block[] {
    const around: Block[] = [];
    for (
      let each: Block | undefined = block;
      each;
      each = each.parent === null ? undefined : this.blocks[each.parent]
    ) {
      around.push(each);
    }
    return around;
  }
}
