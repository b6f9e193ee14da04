"use client";
import { useFormatter } from "next-intl";
import { pickTerms } from "#components/glossary/pick-terms.ts";
import { StateChip } from "#components/glossary/state-chip.tsx";
import type { ConceptSummary } from "#core/glossary/concept.ts";

/** The columns of the table, of its head and of each row. */
export const rowColumns =
  "grid grid-cols-[1fr_1.15fr_84px] items-center gap-x-4 px-7 max-sm:px-4 sm:grid-cols-[1fr_1.15fr_88px_56px] xl:grid-cols-[1fr_1.15fr_96px_112px_56px]";

/** Which columns step aside where the list is narrow. */
export const cellLooks = {
  chinese: "min-w-0",
  english: "min-w-0",
  state: "min-w-0",
  domain: "min-w-0 max-xl:hidden",
  uses: "text-right max-sm:hidden",
};

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
  const format = useFormatter();
  const place = { height, transform: `translateY(${top}px)` };
  const frame = `absolute inset-x-0 top-0 border-line border-b ${rowColumns}`;
  if (!concept) {
    return (
      <div role="row" tabIndex={-1} aria-rowindex={index + 2} aria-busy style={place} className={frame}>
        <span role="gridcell" tabIndex={-1} className="h-4 w-24 rounded-sm bg-wash" />
      </div>
    );
  }
  const { chinese, allowed } = pickTerms(concept);
  return (
    // The keys of the page choose rows; a click is the other way.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the page has the keys
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
      <span role="gridcell" tabIndex={-1} className={cellLooks.chinese}>
        <span lang="zh-CN" className="block truncate font-zh text-[18px]/[1.35]">
          {chinese.map((term) => term.text).join("、")}
        </span>
        <span lang="zh-Latn-pinyin" className="block truncate text-[12px] text-muted">
          {chinese[0]?.pinyin}
        </span>
      </span>
      <span role="gridcell" tabIndex={-1} className={cellLooks.english}>
        <span lang="en" className="line-clamp-2 break-words font-en text-[16px]/[1.3]">
          {allowed.map((term) => term.text).join("; ")}
        </span>
      </span>
      <span role="gridcell" tabIndex={-1} className={cellLooks.state}>
        <StateChip concept={concept} />
      </span>
      <span role="gridcell" tabIndex={-1} className={`${cellLooks.domain} truncate text-muted`}>
        {concept.domain}
      </span>
      <span role="gridcell" tabIndex={-1} className={`${cellLooks.uses} text-muted tabular-nums`}>
        {format.number(concept.uses.segments)}
      </span>
    </div>
  );
}
