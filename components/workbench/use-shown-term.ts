import { useEffect, useEffectEvent, useState } from "react";
import { useTermPointer } from "#components/workbench/use-term-pointer.ts";
import { useWorkbench, type WorkbenchTools } from "#components/workbench/workbench-context.tsx";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";
import type { TermOccurrence } from "#core/glossary/recognise.ts";

export type ShownTerm = {
  readonly segment: WorkbenchSegment;
  readonly occurrence: TermOccurrence;
  /** What the card hangs on. */
  readonly mark: HTMLElement;
  readonly isByKey: boolean;
};

export type TermOnShow = {
  /** The term whose card is open, or was open last. */
  readonly shown: ShownTerm | null;
  readonly isOpen: boolean;
  readonly close: () => void;
  /** Goes to the next term of the active segment, round to the first; false when there is none. */
  readonly showNext: () => boolean;
};

/** Which term has its card open: one that is pointed at, tapped, or gone to by key. */
export function useShownTerm(): TermOnShow {
  const tools = useWorkbench();
  const [shown, setShown] = useState<ShownTerm | null>(null);
  const [isOpen, setOpen] = useState(false);
  const current = isOpen ? shown : null;
  const close = () => setOpen(false);
  const open = (next: ShownTerm | null) => {
    if (!next) return;
    setShown(next);
    setOpen(true);
  };
  useTermPointer({
    shown: current?.isByKey ? null : (current?.mark ?? null),
    open: (mark) => open(findShown(tools, mark)),
    close,
  });
  useShownMark(current?.mark ?? null);
  useLostMark(current?.mark ?? null, close);
  const showNext = () => {
    const next = findNext(tools, current);
    if (!next) return false;
    tools.scrollTo(next.segment.id);
    const show = () => {
      const mark = findMark(next.segment.id, next.occurrence.start);
      open(mark && { ...next, mark, isByKey: true });
    };
    // A row that was out of view comes into the page with the frame after the one that scrolls.
    requestAnimationFrame(() => requestAnimationFrame(show));
    return true;
  };
  return { shown, isOpen, close, showNext };
}

/** The mark says that its card is open. */
function useShownMark(mark: HTMLElement | null): void {
  useEffect(() => {
    mark?.setAttribute("data-shown", "");
    return () => mark?.removeAttribute("data-shown");
  }, [mark]);
}

/** Calls back when the mark has left the page, as it does with its row far from the view: a card has no place without it. */
function useLostMark(mark: HTMLElement | null, onLost: () => void): void {
  const tell = useEffectEvent(onLost);
  useEffect(() => {
    const list = mark?.closest("[data-workbench-scroll]");
    if (!mark || !list) return;
    const observer = new MutationObserver(() => !mark.isConnected && tell());
    observer.observe(list, { childList: true, subtree: true });
    return () => observer.disconnect();
  }, [mark]);
}

function findShown({ segments, terms }: WorkbenchTools, mark: HTMLElement): ShownTerm | null {
  const segment = segments.get(mark.closest<HTMLElement>("[data-source]")?.dataset.source ?? "");
  const occurrence =
    segment && terms.find(segment.sourceText).find(({ start }) => `${start}` === mark.dataset.term);
  return occurrence ? { segment, occurrence, mark, isByKey: false } : null;
}

function findNext({ model, segments, terms }: WorkbenchTools, shown: ShownTerm | null) {
  const segment = segments.get(model.getActive()?.segmentId ?? "");
  const occurrences = segment ? terms.find(segment.sourceText) : [];
  const isHere = shown?.isByKey && shown.segment === segment;
  const occurrence =
    (isHere && occurrences.find(({ start }) => start > shown.occurrence.start)) || occurrences[0];
  return segment && occurrence ? { segment, occurrence } : null;
}

function findMark(segmentId: string, start: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`[data-source="${segmentId}"] [data-term="${start}"]`);
}
