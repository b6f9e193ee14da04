"use client";
import { useTranslations } from "next-intl";
import { type RefObject, useEffect, useImperativeHandle, useMemo, useRef } from "react";
import { buildRows, estimateHeight, findOpeningRow, type Row } from "#components/workbench/build-rows.ts";
import { SegmentRow } from "#components/workbench/segment-row.tsx";
import { StructureRow } from "#components/workbench/structure-row.tsx";
import { useRowWindow } from "#components/workbench/use-row-window.ts";
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
  const list = useRef<HTMLOListElement>(null);
  const rows = useMemo(() => buildRows(data.blocks, data.segments), [data]);
  const estimates = useMemo(() => rows.map(estimateRow), [rows]);
  const { first, end, before, after, scrollTo, isInView } = useRowWindow({ estimates, scroller, list });
  useImperativeHandle(handleRef, () => ({
    scrollTo: (segmentId, isOpening = false) => {
      if (isOpening) return scrollTo(findOpeningRow(rows, segmentId), "start");
      const index = rows.findIndex((row) => row.type === "segment" && row.segment.id === segmentId);
      if (index >= 0 && !isInView(index)) scrollTo(index, "center");
    },
  }));

  const shown = rows.slice(first, end);
  const partsKey = [...new Set(shown.map(getRowPart))].filter((part) => part !== null).join();
  useEffect(() => {
    session.setVisible(partsKey === "" ? [0] : partsKey.split(",").map(Number));
  }, [partsKey, session]);

  return (
    <div ref={scroller} className="workbench-scroll" data-workbench-scroll>
      <ol
        ref={list}
        aria-label={t("segments")}
        className="[&>li]:contain-layout"
        style={{ paddingTop: before, paddingBottom: after }}
      >
        {shown.map((row) =>
          row.type === "segment" ? (
            <li key={row.key} aria-setsize={data.segments.length} aria-posinset={row.segment.number}>
              <SegmentRow segment={row.segment} block={row.block} place={row.place} />
            </li>
          ) : (
            <li key={row.key} aria-hidden={row.block.kind === "divider" || row.block.kind === "spacer"}>
              <StructureRow block={row.block} />
            </li>
          ),
        )}
      </ol>
    </div>
  );
}

/** Pixels of a column in the width that most windows have. */
const usualColumn = 440;

function estimateRow(row: Row<WorkbenchSegment>): number {
  const characters =
    row.type === "segment"
      ? { source: row.segment.sourceText.length, target: renderPlainText(row.segment.target).length }
      : { source: 0, target: 0 };
  return estimateHeight(row, characters, usualColumn);
}

function getRowPart(row: Row<WorkbenchSegment>): number | null {
  return row.type === "segment" ? getPartIndex(row.segment.number) : null;
}
