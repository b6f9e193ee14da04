"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import { buildRows, estimateHeight, findOpeningRow, type Row } from "#components/workbench/build-rows.ts";
import { SegmentRow } from "#components/workbench/segment-row.tsx";
import { StructureRow } from "#components/workbench/structure-row.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { getPartIndex } from "#core/articles/blocks.ts";
import { renderPlainText } from "#core/articles/inline.ts";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";

export type SegmentListHandle = {
  /** Brings a segment into view where it is not; with `isOpening` to the place where an article opens at it. */
  readonly scrollTo: (segmentId: string, isOpening?: boolean) => void;
};

/** All rows, of which only those near the view are in the page; parts load as their rows come near. */
export function SegmentList({ handleRef }: { readonly handleRef: RefObject<SegmentListHandle | null> }) {
  const t = useTranslations("workbench");
  const { data, session } = useWorkbench();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => buildRows(data.blocks, data.segments), [data]);
  const lengths = useMemo(() => rows.map(measureRow), [rows]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => rows[index]?.key ?? index,
    estimateSize: (index) => {
      const row = rows[index];
      const length = lengths[index];
      return row && length ? estimateHeight(row, length, 440) : 60;
    },
    overscan: 12,
    paddingStart: 18,
    paddingEnd: 160,
  });

  useImperativeHandle(
    handleRef,
    () => ({
      scrollTo: (segmentId, isOpening = false) => {
        if (isOpening) {
          virtual.scrollToIndex(findOpeningRow(rows, segmentId), { align: "start" });
          return;
        }
        const index = rows.findIndex((row) => row.type === "segment" && row.segment.id === segmentId);
        const item = virtual.getVirtualItems().find((each) => each.index === index);
        const view = scroller.current;
        const isSeen =
          item && view && item.start >= view.scrollTop && item.end <= view.scrollTop + view.clientHeight;
        if (index >= 0 && !isSeen) virtual.scrollToIndex(index, { align: "center" });
      },
    }),
    [rows, virtual],
  );

  const items = virtual.getVirtualItems();
  const shownParts = [...new Set(items.map(({ index }) => getRowPart(rows[index])))].filter(
    (part) => part !== null,
  );
  const partsKey = shownParts.join();
  useEffect(() => {
    session.setVisible(partsKey === "" ? [0] : partsKey.split(",").map(Number));
  }, [partsKey, session]);

  return (
    <div ref={scroller} className="workbench-scroll" data-workbench-scroll>
      <ol aria-label={t("segments")} className="relative" style={{ height: virtual.getTotalSize() }}>
        {items.map(({ index, key, start }) => {
          const row = rows[index];
          if (!row) return null;
          const isSegment = row.type === "segment";
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="absolute inset-x-0 top-0"
              style={{ transform: `translateY(${start}px)` }}
              aria-hidden={
                isSegment ? undefined : row.block.kind === "divider" || row.block.kind === "spacer"
              }
              aria-setsize={isSegment ? data.segments.length : undefined}
              aria-posinset={isSegment ? row.segment.number : undefined}
            >
              {isSegment ? (
                <SegmentRow segment={row.segment} block={row.block} place={row.place} />
              ) : (
                <StructureRow block={row.block} />
              )}
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function measureRow(row: Row<WorkbenchSegment>): { source: number; target: number } {
  if (row.type === "structure") return { source: 0, target: 0 };
  return { source: row.segment.sourceText.length, target: renderPlainText(row.segment.target).length };
}

function getRowPart(row: Row<WorkbenchSegment> | undefined): number | null {
  return row?.type === "segment" ? getPartIndex(row.segment.number) : null;
}
