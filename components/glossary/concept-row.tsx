// biome-ignore-all lint/a11y/useSemanticElements: rows that leave the page with the view cannot be those of a table
"use client";
import { pickTerms } from "#components/glossary/pick-terms.ts";
import { StateChip } from "#components/glossary/state-chip.tsx";
import type { ConceptSummary } from "#core/glossary/concept.ts";

/** The columns of the table, of its head and of each row. */
export const rowColumns =
  "grid grid-cols-[1fr_1.15fr_96px] items-center gap-x-4 px-7 max-sm:px-4 md:grid-cols-[1fr_1.15fr_104px_112px]";

export type ConceptRowProps = {
  /** From 0. */
  readonly index: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  readonly height: number;
  /** Null while it is being fetched. */
  readonly concept: ConceptSummary | null;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

export function ConceptRow({ index, top, height, concept, isChosen, onChoose }: ConceptRowProps) {
  const place = { height, transform: `translateY(${top}px)` };
  const frame = `absolute inset-x-0 top-0 border-line border-b ${rowColumns}`;
  if (!concept) {
    return (
      <div role="row" tabIndex={-1} aria-rowindex={index + 2} aria-busy style={place} className={frame}>
        <span role="gridcell" tabIndex={-1} />
      </div>
    );
  }
  const { chinese, allowed } = pickTerms(concept);
  return (
    // The keys of the grid choose rows; a click is the other way.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the keys
    <div
      role="row"
      id={`concept-${concept.id}`}
      tabIndex={-1}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      style={place}
      className={`${frame} cursor-default ${isChosen ? "bg-active" : "hover:bg-wash"}`}
      onClick={onChoose}
    >
      <span role="gridcell" tabIndex={-1} className="min-w-0">
        <span lang="zh-CN" className="block truncate font-zh text-[18px]/[1.35]">
          {chinese.map((term) => term.text).join("、")}
        </span>
        <span lang="zh-Latn-pinyin" className="block truncate text-[12px] text-muted">
          {chinese[0]?.pinyin}
        </span>
      </span>
      <span role="gridcell" tabIndex={-1} lang="en" className="truncate font-en text-[16px]">
        {allowed.map((term) => term.text).join("; ")}
      </span>
      <span role="gridcell" tabIndex={-1}>
        <StateChip concept={concept} />
      </span>
      <span role="gridcell" tabIndex={-1} className="truncate text-muted max-md:hidden">
        {concept.domain}
      </span>
    </div>
  );
}
