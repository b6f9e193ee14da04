/** How the text of a row looks by what it is. */
import type { Block } from "#core/articles/blocks.ts";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";

/** An address, for example: letters that take up a good part of a line. */
const longWord = /[!-~]{24}/;

/** Classes of a source by what it is. */
export function getSourceLook(block: Block | null, segment: WorkbenchSegment): string {
  if (segment.kind === "title") return "font-zh text-[26px]/[40px] font-semibold";
  if (block?.kind === "heading") return "font-zh text-[21px]/[36px] font-semibold";
  if (block?.kind === "caption" || block?.kind === "footnote") return "font-zh text-[15px]/[28px] text-muted";
  // Neither a formula nor a long word ends with a line: the one before would be stretched across the column.
  const hasLongBox =
    longWord.test(segment.sourceText) || segment.source.some(({ type }) => type === "formula");
  return `font-zh text-[18px]/[34px] ${hasLongBox ? "" : "xl:text-justify"}`;
}

/** Classes of a target by what it is. */
export function getTargetLook(block: Block | null, segment: WorkbenchSegment): string {
  if (segment.kind === "title") return "font-en text-[25px]/[36px] font-semibold pt-0.5";
  if (block?.kind === "heading") return "font-en text-[20px]/[32px] font-semibold pt-0.5";
  if (block?.kind === "caption" || block?.kind === "footnote") return "font-en text-[15px]/[26px] text-muted";
  return "font-en text-[18px]/[30px] pt-0.5";
}
