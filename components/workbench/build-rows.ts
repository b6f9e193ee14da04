/** The rows of the workbench: segments and the structure between them, in reading order. */
import { findPlaces, type RowPlace } from "#components/workbench/row-place.ts";
import type { Block } from "#core/articles/blocks.ts";

export type Row<Segment> =
  | {
      readonly type: "segment";
      readonly key: string;
      readonly segment: Segment;
      readonly block: Block | null;
      readonly place: RowPlace;
    }
  | { readonly type: "structure"; readonly key: string; readonly block: Block; readonly place: RowPlace };

type RowSegment = { readonly id: string; readonly block: number | null };
type Part<Segment> = { readonly block: number | null; readonly segment: Segment | null };

/** Blocks that are seen without having a text of their own. */
const visibleKinds: readonly Block["kind"][] = ["divider", "spacer", "figure", "formula", "code"];

/** Builds all rows: segments without a block (the title) first, then the blocks, each followed by its own segment. */
export function buildRows<Segment extends RowSegment>(
  blocks: readonly Block[],
  segments: readonly Segment[],
): Row<Segment>[] {
  const parts = listParts(blocks, segments);
  const places = findPlaces(
    blocks,
    parts.map(({ block, segment }) => ({ block, segmentId: segment?.id ?? null })),
  );
  return parts.flatMap(({ block: index, segment }, at): Row<Segment>[] => {
    const block = index === null ? null : (blocks[index] ?? null);
    const place = places[at];
    if (!place) return [];
    if (segment) return [{ type: "segment", key: segment.id, segment, block, place }];
    return block ? [{ type: "structure", key: `block-${index}`, block, place }] : [];
  });
}

function listParts<Segment extends RowSegment>(
  blocks: readonly Block[],
  segments: readonly Segment[],
): Part<Segment>[] {
  const ofBlock = Map.groupBy(segments, (segment) => segment.block);
  const listOwn = (block: number | null) => (ofBlock.get(block) ?? []).map((segment) => ({ block, segment }));
  return [
    ...listOwn(null),
    ...blocks.flatMap((block, index) => [
      ...(visibleKinds.includes(block.kind) ? [{ block: index, segment: null }] : []),
      ...listOwn(index),
    ]),
  ];
}

/** Index of the row at the top of the view when an article opens at a segment: the one before it, to be read on from. */
export function findOpeningRow<Segment extends RowSegment>(
  rows: readonly Row<Segment>[],
  segmentId: string | null,
): number {
  const index = rows.findIndex((row) => row.type === "segment" && row.segment.id === segmentId);
  return index < 4 ? 0 : index - 1;
}

/** Pixels of a column in the width that most windows have. */
const usualColumn = 440;

/** A height in pixels near the real one, from the length of the texts. */
export function estimateHeight(
  row: { readonly type: string; readonly block: Block | null },
  characters: { readonly source: number; readonly target: number },
): number {
  if (row.type === "structure") return getStructureHeight(row.block);
  const isTitle = row.block === null;
  const sourceLines = Math.ceil((characters.source * (isTitle ? 26 : 18)) / usualColumn) || 1;
  const targetLines = Math.ceil((characters.target * (isTitle ? 12.5 : 8.2)) / usualColumn) || 1;
  return 22 + Math.max(sourceLines * (isTitle ? 40 : 34), targetLines * (isTitle ? 36 : 30));
}

function getStructureHeight(block: Block | null): number {
  if (block?.kind === "code") return 40 + 22 * block.attributes.text.split("\n").length;
  if (block?.kind === "figure") return 96;
  return block?.kind === "formula" ? 64 : 24;
}
