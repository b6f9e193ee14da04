"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ConceptQuery } from "#client/glossary/concept-requests.ts";
import type { LoadedConcepts } from "#client/glossary/use-concept-list.ts";
import { ConceptRow } from "#components/glossary/concept-row.tsx";
import { NoConcepts } from "#components/glossary/no-concepts.tsx";
import { TableHead } from "#components/glossary/table-head.tsx";
import { focusHome } from "#components/ui/focus.ts";

export type ConceptTableProps = {
  readonly loaded: LoadedConcepts;
  /** The question that `loaded` answers. */
  readonly answered: ConceptQuery;
  readonly chosenId: string | null;
  /** -1 when the chosen one is not in the list. */
  readonly chosenIndex: number;
  /** A row came near the view: its page may have to be fetched. */
  readonly onNeed: (index: number) => void;
  readonly onAsk: (query: ConceptQuery) => void;
  readonly onChoose: (conceptId: string, index: number) => void;
  readonly onAdd: (() => void) | null;
};

const rowHeight = 64;
const headHeight = 36;
/** Rows that the server's page shows before the browser knows how many fit. */
const firstView = { width: 0, height: 14 * rowHeight };

/**
 * The concepts in rows of which only those near the view are in the page; one stop of the Tab key. Rows that leave the page
 * with the view cannot be those of a table, so that the grid is made of roles.
 */
export function ConceptTable(props: ConceptTableProps) {
  const { loaded, answered, chosenId, chosenIndex, onNeed, onChoose } = props;
  const t = useTranslations("glossary");
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: loaded.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialRect: firstView,
    overscan: 10,
    // The head stands above the rows, and stays while they scroll.
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  });
  const items = virtual.getVirtualItems();
  useEffect(() => {
    for (const { index } of items) onNeed(index);
  }, [items, onNeed]);
  // Another answer is read from its top, a concept that was chosen elsewhere is brought into view.
  useEffect(() => {
    if (answered) virtual.scrollToOffset(0);
  }, [answered, virtual]);
  // Also when the sheet of a narrow screen has taken its room.
  const viewHeight = virtual.scrollRect?.height;
  useEffect(() => {
    if (chosenId !== null && chosenIndex >= 0 && viewHeight) virtual.scrollToIndex(chosenIndex);
  }, [chosenId, chosenIndex, viewHeight, virtual]);

  if (loaded.total === 0) return <NoConcepts answered={answered} onAsk={props.onAsk} onAdd={props.onAdd} />;
  return (
    <div
      role="grid"
      {...focusHome}
      aria-label={t("title")}
      aria-rowcount={loaded.total + 1}
      aria-activedescendant={chosenIndex >= 0 ? `concept-${chosenId}` : undefined}
      tabIndex={0}
      // A click would leave it in a row, whose place another concept takes when the list changes.
      onFocus={({ target, currentTarget }) => {
        if (target.matches("[role=row], [role=gridcell]")) currentTarget.focus({ preventScroll: true });
      }}
      ref={scroller}
      className="min-h-0 grow overflow-y-auto -outline-offset-2"
    >
      <TableHead height={headHeight} answered={answered} onAsk={props.onAsk} />
      <div role="rowgroup" className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const concept = loaded.concepts.get(index) ?? null;
          return (
            <ConceptRow
              key={index}
              index={index}
              top={start - headHeight}
              height={rowHeight}
              concept={concept}
              isChosen={concept !== null && concept.id === chosenId}
              onChoose={() => concept && onChoose(concept.id, index)}
            />
          );
        })}
      </div>
    </div>
  );
}
