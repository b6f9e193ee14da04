"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import { buildRows, estimateHeight, findOpeningRow, type Row } from "#components/workbench/build-rows.ts";
import { SegmentRow } from "#components/workbench/segment-row.tsx";
import { StructureRow } from "#components/workbench/structure-row.tsx";
import { useRowWindow } from "#components/workbench/use-row-window.ts";
import { useActive, useWorkbench } from "#components/workbench/workbench-context.tsx";
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
  const active = useActive();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => buildRows(data.blocks, data.segments), [data]);
  const estimates = useMemo(() => rows.map(estimateRow), [rows]);
  const indices = useMemo(() => new Map(rows.map(({ key }, index) => [key, index])), [rows]);
  const activeIndex = indices.get(active?.segmentId ?? "") ?? null;
  const list = useRowWindow({ estimates, scroller, active: activeIndex });
  useImperativeHandle(handleRef, () => ({
    scrollTo: (segmentId, isOpening = false) => {
      if (isOpening) return list.scrollTo(findOpeningRow(rows, segmentId), "start");
      const index = indices.get(segmentId);
      if (index !== undefined && !list.isInView(index)) list.scrollTo(index, "center");
    },
  }));
  const shownParts = new Set(list.shown.map((index) => getRowPart(rows[index])));
  const partsKey = [...shownParts].filter((part) => part !== null).join();
  useEffect(() => {
    session.setVisible(partsKey === "" ? [0] : partsKey.split(",").map(Number));
  }, [partsKey, session]);

  return (
    <div ref={scroller} className="workbench-scroll" data-workbench-scroll>
      <ol
        aria-label={t("segments")}
        className="relative [&>li]:contain-layout"
        style={{ paddingTop: list.before, paddingBottom: list.after }}
      >
        {list.shown.map((index) => {
          const row = rows[index];
          if (!row) return null;
          const place = { ref: list.watchRow, "data-row": index, style: list.getRowStyle(index) };
          return row.type === "segment" ? (
            <li
              key={row.key}
              aria-setsize={data.segments.length}
              aria-posinset={row.segment.number}
              {...place}
            >
              <SegmentRow segment={row.segment} block={row.block} place={row.place} />
            </li>
          ) : (
            <li
              key={row.key}
              aria-hidden={row.block.kind === "divider" || row.block.kind === "spacer"}
              {...place}
            >
              <StructureRow block={row.block} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function estimateRow(row: Row<WorkbenchSegment>): number {
  const characters =
    row.type === "segment"
      ? { source: row.segment.sourceText.length, target: renderPlainText(row.segment.target).length }
      : { source: 0, target: 0 };
  return estimateHeight(row, characters);
}

function getRowPart(row: Row<WorkbenchSegment> | undefined): number | null {
  return row?.type === "segment" ? getPartIndex(row.segment.number) : null;
}
