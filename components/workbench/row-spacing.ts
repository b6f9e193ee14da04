import type { RowPlace } from "#components/workbench/row-place.ts";
import type { Block } from "#core/articles/blocks.ts";

type RowSpacing = {
  /** How near the row stands to its neighbours. */
  readonly row: string;
  /** How far below its top, beside a frame, the first line of the text begins. */
  readonly start: string;
  /** How high that line is. */
  readonly line: string;
};

/** The classes by which a row is set, and by which its number stands beside its first line. */
export function getRowSpacing(block: Block | null, place: RowPlace): RowSpacing {
  const { joinsAbove, joinsBelow, cell, quoteDepth } = place;
  const line = "h-[34px]";
  if (cell || quoteDepth > 0) {
    const row = `workbench-framed ${joinsAbove ? "" : "pt-[11px]"} ${joinsBelow ? "" : "pb-[11px]"}`;
    if (cell) return { row, start: cell.startsRow ? "mt-[10px]" : "mt-px", line };
    return { row, start: joinsAbove ? "mt-[7px]" : "", line };
  }
  switch (block?.kind) {
    case undefined:
      return { row: "py-[11px]", start: "", line: "h-[40px]" };
    case "heading":
      return { row: "pt-[28px] pb-[7px]", start: "", line: "h-[36px]" };
    case "caption":
      return { row: "pb-[11px]", start: "", line: "h-[28px]" };
    case "footnote":
      return { row: "py-[5px]", start: "", line: "h-[28px]" };
    case "link-card":
    case "video":
      return { row: "py-[11px]", start: "mt-[9px]", line };
    default:
      return {
        row: `${joinsAbove ? "pt-[3px]" : "pt-[11px]"} ${joinsBelow ? "pb-[3px]" : "pb-[11px]"}`,
        start: "",
        line,
      };
  }
}
