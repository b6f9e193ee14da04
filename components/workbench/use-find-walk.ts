import { useState } from "react";
import type { FindHit } from "#client/workbench/article-finder.ts";
import type { CaretPlace } from "#client/workbench/workbench-model.ts";
import { findShown, getPlaceBox } from "#components/workbench/shown-text.ts";
import { findHitPlace } from "#components/workbench/use-hit-marks.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

export type FindWalk = {
  readonly words: string;
  /** Where the reader is among their hits; the same object until the reader goes on. */
  readonly place: FindHit | null;
  /** Its index among the hits, -1 when the text there has changed. */
  readonly at: number;
  /** Goes to the first hit of other words from here on. */
  readonly begin: (words: string, hits: readonly FindHit[]) => void;
  readonly go: (step: 1 | -1) => void;
  /** Puts the caret where the walk has ended. */
  readonly leave: () => void;
};

/** The way from hit to hit, round the end to the beginning. */
export function useFindWalk(hits: readonly FindHit[]): FindWalk {
  const { model, editor, reveal, segments } = useWorkbench();
  // Together: a place among the hits of other words is none.
  const [{ words, place }, setWalk] = useState<{ words: string; place: FindHit | null }>({
    words: "",
    place: null,
  });
  const at = place ? hits.findIndex((hit) => compare(hit, place) === 0) : -1;

  const begin = (sought: string, found: readonly FindHit[]) => {
    const from = place?.number ?? segments.get(model.getActive()?.segmentId ?? "")?.number ?? 1;
    setWalk({ words: sought, place: found.find(({ number }) => number >= from) ?? found[0] ?? null });
  };
  const go = (step: 1 | -1) => {
    const next = findStep(hits, place, step);
    if (!next) return;
    setWalk({ words, place: next });
    // Marked, not opened: the caret stays in the field, and Enter again means the next one.
    if (model.getActive()?.segmentId !== next.segmentId) model.activate(next.segmentId, "end", false);
  };
  const leave = () => {
    const active = model.getActive();
    const caret = place && at >= 0 ? findCaret(words, place) : null;
    const isOpen = active?.isEditing && (!place || active.segmentId === place.segmentId);
    if (isOpen && caret) editor.current?.placeCaret(caret);
    else if (isOpen) editor.current?.focus();
    else if (place && caret) model.activate(place.segmentId, caret);
    else if (place ?? active) reveal((place ?? active)?.segmentId ?? "");
  };
  return { words, place, at, begin, go, leave };
}

function findStep(hits: readonly FindHit[], place: FindHit | null, step: 1 | -1): FindHit | undefined {
  if (!place) return hits.at(step === 1 ? 0 : -1);
  return step === 1
    ? (hits.find((hit) => compare(hit, place) > 0) ?? hits[0])
    : (hits.findLast((hit) => compare(hit, place) < 0) ?? hits.at(-1));
}

/** Reading order: by segment, the source before the target. */
function compare(a: FindHit, b: FindHit): number {
  const side = (hit: FindHit) => (hit.side === "source" ? 0 : 1);
  return a.number - b.number || side(a) - side(b) || a.ordinal - b.ordinal;
}

/** Behind the words, when they stand in a translation that is in view. */
function findCaret(words: string, hit: FindHit): CaretPlace | null {
  const place = hit.side === "target" ? findHitPlace(words, hit) : null;
  const box = place && getPlaceBox(place);
  const text = findShown(hit.number, "target")?.getBoundingClientRect();
  const isInView = box && text && box.top >= 0 && box.bottom <= window.innerHeight;
  return isInView ? { x: box.right - text.left, y: box.top + box.height / 2 - text.top } : null;
}
