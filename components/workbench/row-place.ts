/** Where a row stands in the structure around it, and with which neighbours it makes one thing: a table, a quote, a list. */
import type { Block } from "#core/articles/blocks.ts";

export type RowPlace = {
  /** Quotes around it, from 0. */
  readonly quoteDepth: number;
  /** The row above, or below, is of the same table, quote or list. */
  readonly joinsAbove: boolean;
  readonly joinsBelow: boolean;
  /** Null outside of tables. */
  readonly cell: CellPlace | null;
};

export type CellPlace = {
  /** First of its row that is shown: an empty cell has no segment. */
  readonly startsRow: boolean;
  /** Id of the segment that heads the column; null for heads themselves and in a table without them. */
  readonly headId: string | null;
};

/** What a row is made from: `block` is the index of its block, `segmentId` null for mere structure. */
export type PlacedRow = { readonly block: number | null; readonly segmentId: string | null };

/** The place of each row, in their order. */
export function findPlaces(blocks: readonly Block[], rows: readonly PlacedRow[]): RowPlace[] {
  const groups = rows.map((row) => (row.block === null ? null : findGroup(blocks, row.block)));
  const heads = new Map<string, string>();
  return rows.map((row, index) => {
    const group = groups[index] ?? null;
    const above = rows[index - 1];
    const joinsAbove = group !== null && groups[index - 1] === group;
    return {
      quoteDepth: row.block === null ? 0 : getQuoteDepth(blocks, row.block),
      joinsAbove,
      joinsBelow: group !== null && groups[index + 1] === group,
      cell: findCell(blocks, row, joinsAbove ? above : undefined, heads),
    };
  });
}

const groupKinds: readonly Block["kind"][] = ["table", "quote", "list"];

/** Index of the outermost table, quote or list that a block is or stands in. */
function findGroup(blocks: readonly Block[], index: number): number | null {
  let group: number | null = null;
  for (let at: number | null = index; at !== null; at = blocks[at]?.parent ?? null) {
    const kind = blocks[at]?.kind;
    if (kind && groupKinds.includes(kind)) group = at;
  }
  return group;
}

function getQuoteDepth(blocks: readonly Block[], index: number): number {
  for (let at: number | null = index; at !== null; at = blocks[at]?.parent ?? null) {
    const block = blocks[at];
    if (block?.kind === "quote") return block.attributes.depth + 1;
  }
  return 0;
}

/** `heads` gathers, by table and column, what the first row of each table says. */
function findCell(
  blocks: readonly Block[],
  row: PlacedRow,
  above: PlacedRow | undefined,
  heads: Map<string, string>,
): CellPlace | null {
  const block = blocks[row.block ?? -1];
  if (block?.kind !== "table-cell") return null;
  const before = blocks[above?.block ?? -1];
  const { row: line, column, header } = block.attributes;
  const key = `${block.parent}-${column}`;
  const startsRow = before?.kind !== "table-cell" || before.attributes.row !== line;
  if (line === 0) {
    if (header && row.segmentId) heads.set(key, row.segmentId);
    return { startsRow, headId: null };
  }
  return { startsRow, headId: heads.get(key) ?? null };
}
