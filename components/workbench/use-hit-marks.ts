import { useEffect, useEffectEvent, useRef } from "react";
import type { FindHit } from "#client/workbench/article-finder.ts";
import { findShown, getPlaceBox, readShown, type ShownPlace } from "#components/workbench/shown-text.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import { buildWordFinder } from "#core/text/find-words.ts";

/** Room that a hit keeps from the upper and the lower edge, in pixels. */
const margin = 64;

/** Marks the words in all rows that are in the page, the current hit stronger, and brings that one into view. */
export function useHitMarks(words: string, current: FindHit | null): void {
  const { scrollTo } = useWorkbench();
  /** A hit that is to come into view as soon as its row is in the page. */
  const wanted = useRef<FindHit | null>(null);
  const paint = useEffectEvent((sought: string) => {
    const places = listPlaces(sought);
    markPlaces(places, current);
    const place = places.find(({ hit }) => isSame(hit, current));
    if (!place || wanted.current !== current) return;
    wanted.current = null;
    bringIntoView(place);
  });
  const paintAgain = useEffectEvent(() => paint(words));

  useEffect(() => {
    wanted.current = current;
    paint(words);
    // Not in the page yet: its row comes after this effect, and is painted then.
    if (current && wanted.current) queueMicrotask(() => scrollTo(current.segmentId));
  }, [words, current, scrollTo]);

  useEffect(() => {
    const scroller = findScroller();
    if (!scroller) return;
    let frame = 0;
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => paintAgain());
    });
    observer.observe(scroller, { childList: true, characterData: true, subtree: true });
    return () => {
      observer.disconnect();
      cancelAnimationFrame(frame);
      markPlaces([], null);
    };
  }, []);
}

type HitPlace = ShownPlace & { readonly hit: Omit<FindHit, "segmentId"> };

/** What shows a hit; null while its row is not in the page. */
export function findHitPlace(words: string, { number, side, ordinal }: FindHit): ShownPlace | null {
  const element = findShown(number, side);
  if (!element) return null;
  const shown = readShown(element);
  const found = buildWordFinder(words)(shown.text)[ordinal];
  return found ? shown.findPlace(found) : null;
}

function listPlaces(words: string): HitPlace[] {
  const find = buildWordFinder(words);
  return [...document.querySelectorAll<HTMLElement>("[data-segment]")].flatMap((row) => {
    const number = Number(row.dataset.segment);
    return (["source", "target"] as const).flatMap((side) => {
      const element = findShown(number, side);
      if (!element) return [];
      const shown = readShown(element);
      return find(shown.text).map((found, ordinal) => ({
        ...shown.findPlace(found),
        hit: { number, side, ordinal },
      }));
    });
  });
}

function isSame(hit: HitPlace["hit"], other: FindHit | null): boolean {
  return hit.number === other?.number && hit.side === other.side && hit.ordinal === other.ordinal;
}

/** Letters are marked without touching the page, formulas by an attribute: their letters are no text. */
function markPlaces(places: readonly HitPlace[], current: FindHit | null): void {
  for (const formula of document.querySelectorAll(".formula[data-found]"))
    formula.removeAttribute("data-found");
  const [ofCurrent, others] = [true, false].map((isCurrent) =>
    places.filter(({ hit }) => isSame(hit, current) === isCurrent),
  );
  mark("found", others ?? []);
  mark("found-current", ofCurrent ?? []);
}

function mark(name: "found" | "found-current", places: readonly HitPlace[]): void {
  // A browser that cannot mark letters still counts and walks.
  CSS.highlights?.set(name, new Highlight(...places.flatMap(({ ranges }) => ranges)));
  for (const formula of places.flatMap(({ formulas }) => formulas)) formula.dataset.found = name;
}

function bringIntoView(place: ShownPlace): void {
  const scroller = findScroller();
  const view = scroller?.getBoundingClientRect();
  const box = getPlaceBox(place);
  if (!scroller || !view || !box) return;
  if (box.top >= view.top + margin && box.bottom <= view.bottom - margin) return;
  scroller.scrollTop += box.top - view.top - view.height / 3;
}

function findScroller(): HTMLElement | null {
  return document.querySelector<HTMLElement>("[data-workbench-scroll]");
}
