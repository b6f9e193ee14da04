/** How a row looks by what it is: type, leading, and the space around it. */
import type { RowPlace } from "#components/workbench/row-place.ts";
import type { Block } from "#core/articles/blocks.ts";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";

/** How near a row stands to its neighbours, and where in it the first line of the text begins, for the number beside it. */
export function getRowSpacing(block: Block | null, { joinsAbove, joinsBelow, cell, quoteDepth }: RowPlace) {
  if (cell || quoteDepth > 0) {
    const row = `workbench-framed ${joinsAbove ? "" : "pt-[11px]"} ${joinsBelow ? "" : "pb-[11px]"}`;
    if (cell) return { row, gutter: cell.startsRow ? "mt-[10px] h-[34px]" : "mt-px h-[34px]" };
    return { row, gutter: joinsAbove ? "mt-[7px] h-[34px]" : "h-[34px]" };
  }
  if (block === null) return { row: "py-[11px]", gutter: "h-[40px]" };
  if (block.kind === "heading") return { row: "pt-[28px] pb-[7px]", gutter: "h-[36px]" };
  if (block.kind === "caption") return { row: "pb-[11px]", gutter: "h-[28px]" };
  if (block.kind === "footnote") return { row: "py-[5px]", gutter: "h-[28px]" };
  if (block.kind === "link-card" || block.kind === "video")
    return { row: "py-[11px]", gutter: "mt-[9px] h-[34px]" };
  const row = `${joinsAbove ? "pt-[3px]" : "pt-[11px]"} ${joinsBelow ? "pb-[3px]" : "pb-[11px]"}`;
  return { row, gutter: "h-[34px]" };
}

/** Classes of a source by what it is. */
export function getSourceLook(block: Block | null, segment: WorkbenchSegment): string {
  if (segment.kind === "title") return "font-zh text-[26px]/[40px] font-semibold";
  if (block?.kind === "heading") return "font-zh text-[21px]/[36px] font-semibold";
  if (block?.kind === "caption" || block?.kind === "footnote") return "font-zh text-[15px]/[28px] text-muted";
  // A formula cannot be cut at the end of a line, which would then be stretched across the column.
  const hasFormula = segment.source.some(({ type }) => type === "formula");
  return `font-zh text-[18px]/[34px] ${hasFormula ? "" : "xl:text-justify"}`;
}

/** Classes of a target by what it is. */
export function getTargetLook(block: Block | null, segment: WorkbenchSegment): string {
  if (segment.kind === "title") return "font-en text-[25px]/[36px] font-semibold pt-0.5";
  if (block?.kind === "heading") return "font-en text-[20px]/[32px] font-semibold pt-0.5";
  if (block?.kind === "caption" || block?.kind === "footnote") return "font-en text-[15px]/[26px] text-muted";
  return "font-en text-[18px]/[30px] pt-0.5";
}
