"use client";
import { type RefObject, useEffect } from "react";
import { SheetWayBack } from "#components/ui/sheet-way-back.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

export type TermsSheetProps = {
  readonly panel: RefObject<HTMLElement | null>;
  readonly onClose: () => void;
};

/** What the terms need on a narrow screen, where they take room from the text: its row stays in view, and the way back closes them. */
export function TermsSheet({ panel, onClose }: TermsSheetProps) {
  const { model, scrollTo, segments } = useWorkbench();
  useEffect(() => {
    const place = model.getActive();
    // Scrolling is nothing that an effect may do itself.
    if (place && isCovered(segments.get(place.segmentId)?.number, panel.current))
      queueMicrotask(() => scrollTo(place.segmentId));
  }, [model, scrollTo, segments, panel]);
  return <SheetWayBack onClose={onClose} />;
}

/** True when the panel has come over a row that was in view. */
function isCovered(number: number | undefined, panel: Element | null): boolean {
  const row = document.querySelector(`[data-segment="${number}"]`)?.getBoundingClientRect();
  const cover = panel?.getBoundingClientRect();
  if (!row || !cover) return false;
  return row.left < cover.right && row.right > cover.left && row.top < cover.bottom && row.bottom > cover.top;
}
