// biome-ignore-all lint/a11y/useSemanticElements: rows that leave the page with the view cannot be those of a table
"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useRef } from "react";
import type { ConceptQuery } from "#client/glossary/use-concept-pages.ts";
import { ConceptRow, rowColumns } from "#components/glossary/concept-row.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ConceptSummary } from "#core/glossary/concept.ts";

export type ConceptTableProps = {
  readonly loaded: { readonly total: number; readonly concepts: ReadonlyMap<number, ConceptSummary> };
  readonly asked: ConceptQuery;
  readonly chosenId: string | null;
  /** A row without its concept came near the view. */
  readonly onNeed: (index: number) => void;
  readonly onChoose: (conceptId: string, index: number) => void;
};

const rowHeight = 64;

/** The concepts in rows of which only those near the view are in the page; one stop of the Tab key, arrows inside. */
export function ConceptTable({ loaded, asked, chosenId, onNeed, onChoose }: ConceptTableProps) {
  const t = useTranslations("glossary");
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: loaded.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  useEffect(() => {
    for (const { index } of items) if (!loaded.concepts.has(index)) onNeed(index);
  }, [items, loaded, onNeed]);

  const choose = (index: number) => {
    const concept = loaded.concepts.get(index);
    if (!concept) return;
    onChoose(concept.id, index);
    virtual.scrollToIndex(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = [...loaded.concepts].find(([, concept]) => concept.id === chosenId)?.[0] ?? -1;
    const next = findNext(event.key, chosen, loaded.total);
    if (next === null) return;
    event.preventDefault();
    choose(next);
  };
  if (loaded.total === 0) return <NoConcepts asked={asked} />;
  return (
    <div
      role="grid"
      aria-label={t("title")}
      aria-rowcount={loaded.total + 1}
      aria-activedescendant={chosenId ? `concept-${chosenId}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      ref={scroller}
      className="min-h-0 grow overflow-y-auto outline-offset-[-2px]"
    >
      <div role="rowgroup" className="sticky top-0 z-1 border-line border-b bg-paper">
        <div role="row" aria-rowindex={1} tabIndex={-1} className={`${rowColumns} py-2 text-muted`}>
          {(["chinese", "english", "state", "domain"] as const).map((column) => (
            <span
              key={column}
              role="columnheader"
              tabIndex={-1}
              className={column === "domain" ? "max-md:hidden" : ""}
            >
              {t(`column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => (
          <ConceptRow
            key={index}
            index={index}
            top={start}
            height={rowHeight}
            concept={loaded.concepts.get(index) ?? null}
            isChosen={loaded.concepts.get(index)?.id === chosenId}
            onChoose={() => choose(index)}
          />
        ))}
      </div>
    </div>
  );
}

function findNext(key: string, chosen: number, total: number): number | null {
  if (key === "ArrowDown") return Math.min(total - 1, chosen + 1);
  if (key === "ArrowUp") return Math.max(0, chosen - 1);
  if (key === "Home") return 0;
  return null;
}

function NoConcepts({ asked }: { readonly asked: ConceptQuery }) {
  const t = useTranslations("glossary");
  const isReview = asked.filter === "review";
  const sentence = asked.query !== "" ? t("nothingFound") : isReview ? t("reviewDone") : t("empty");
  return (
    <div className="grow px-7 pt-6">
      <EmptyState sentence={sentence} />
    </div>
  );
}
