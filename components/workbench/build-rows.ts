/** The rows of the workbench: segments and the structure between them, in reading order. */
import type { Block } from "#core/articles/blocks.ts";

/** What a row needs to know of the containers around it. */
export type RowPlace = { readonly quoteDepth: number; readonly listDepth: number };

export type Row<Segment> =
  | ({
      readonly type: "segment";
      readonly key: string;
      readonly segment: Segment;
      readonly block: Block | null;
    } & RowPlace)
  | ({ readonly type: "structure"; readonly key: string; readonly block: Block } & RowPlace);

type RowSegment = { readonly id: string; readonly block: number | null };

/** Blocks that are seen without having a text of their own. */
const visibleKinds: readonly Block["kind"][] = ["divider", "spacer", "figure", "formula", "code"];

/** Builds all rows: segments without a block (the title) first, then the blocks, each followed by its own segment. */
export function buildRows<Segment extends RowSegment>(
  blocks: readonly Block[],
  segments: readonly Segment[],
): Row<Segment>[] {
  const ofBlock = new Map<number, Segment[]>();
  for (const segment of segments) {
    if (segment.block === null) continue;
    ofBlock.set(segment.block, [...(ofBlock.get(segment.block) ?? []), segment]);
  }
  const loose = segments
    .filter((segment) => segment.block === null)
    .map((segment) => ({
      type: "segment" as const,
      key: segment.id,
      segment,
      block: null,
      quoteDepth: 0,
      listDepth: 0,
    }));
  const rest = blocks.flatMap((block, index): Row<Segment>[] => {
    const place = getPlace(blocks, index);
    const own = ofBlock.get(index) ?? [];
    const rows = own.map((segment) => ({
      type: "segment" as const,
      key: segment.id,
      segment,
      block,
      ...place,
    }));
    const isShown = visibleKinds.includes(block.kind);
    return isShown ? [{ type: "structure", key: `block-${index}`, block, ...place }, ...rows] : rows;
  });
  return [...loose, ...rest];
}

function getPlace(blocks: readonly Block[], index: number): RowPlace {
  let quoteDepth = 0;
  let listDepth = 0;
  for (let at: number | null = index; at !== null; at = blocks[at]?.parent ?? null) {
    const kind = blocks[at]?.kind;
    if (kind === "quote") quoteDepth += 1;
    if (kind === "list") listDepth += 1;
  }
  return { quoteDepth, listDepth };
}

/** A height in pixels near the real one, from the length of the texts and the width of one column. */
export function estimateHeight(
  row: { readonly type: string; readonly block: Block | null },
  characters: { readonly source: number; readonly target: number },
  columnWidth: number,
): number {
  if (row.type === "structure") return getStructureHeight(row.block);
  const isTitle = row.block === null;
  const sourceLines = Math.ceil((characters.source * (isTitle ? 26 : 18)) / columnWidth) || 1;
  const targetLines = Math.ceil((characters.target * (isTitle ? 12.5 : 8.2)) / columnWidth) || 1;
  return 22 + Math.max(sourceLines * (isTitle ? 40 : 34), targetLines * (isTitle ? 36 : 30));
}

function getStructureHeight(block: Block | null): number {
  if (block?.kind === "code") return 40 + 22 * block.attributes.text.split("\n").length;
  if (block?.kind === "figure") return 96;
  return block?.kind === "formula" ? 64 : 24;
}
