/** The rows of a long list that are in the page: those near the view, with room before and after for all others. */
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { RowHeights } from "#client/workbench/row-heights.ts";

/** Rows that are in the page above and below the view, so that a quick turn of the wheel meets them. */
const overscan = 12;
/** Rows in the page before the height of the view is known. */
const firstRows = 24;
/** Pixels above the first row and below the last, so that this one too can be read in the middle. */
const head = 18;
const tail = 160;

/** Times that the rows are measured before one paint. Three are usual; a page that never comes to rest is shown as it is. */
const mostPasses = 12;

type Range = { readonly first: number; readonly end: number };
type Align = "start" | "center";

export type RowWindowOptions = {
  /** A height in pixels for each row, near the real one; another array means another list. */
  readonly estimates: readonly number[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Its children are the rows from `first` on, one for each. */
  readonly list: RefObject<HTMLElement | null>;
};

export type RowWindow = Range & {
  /** Pixels of all that stands above and below the rows of the page. */
  readonly before: number;
  readonly after: number;
  /** Brings a row to its place before anything is painted. */
  readonly scrollTo: (index: number, align: Align) => void;
  /** True when the whole row is in view. */
  readonly isInView: (index: number) => boolean;
};

/**
 * The rows are in the page's own flow, so that one that grows moves those below it without a render. Whatever is measured
 * above the view, the first row in view stays where it is.
 */
export function useRowWindow({ estimates, scroller, list }: RowWindowOptions): RowWindow {
  const heights = useMemo(() => new RowHeights(estimates), [estimates]);
  const [range, setRange] = useState<Range>({ first: 0, end: Math.min(firstRows, estimates.length) });
  /** Where the view is on its way to, until the rows there have been measured. */
  const target = useRef<{ readonly index: number; readonly align: Align } | null>(null);
  const passes = useRef(0);

  const getPlace = (index: number, align: Align) => {
    const start = head + heights.getStart(index);
    if (align === "start") return start;
    return start - ((scroller.current?.clientHeight ?? 0) - heights.getHeight(index)) / 2;
  };
  const findRange = (top: number): Range => {
    const height = scroller.current?.clientHeight ?? 0;
    const first = heights.findRow(top - head) - overscan;
    const end = heights.findRow(top - head + height) + 1 + overscan;
    return { first: Math.max(0, first), end: Math.min(heights.count, end) };
  };
  /** Measures the rows of the page and keeps the view's place among them; says which rows the view then needs. */
  const settle = (): Range => {
    const view = scroller.current;
    if (!view || !list.current) return range;
    const held = heights.findRow(view.scrollTop - head);
    const offset = view.scrollTop - getPlace(held, "start");
    for (const [at, row] of [...list.current.children].entries())
      heights.setHeight(range.first + at, row.getBoundingClientRect().height);
    const { current: wanted } = target;
    const top = wanted ? getPlace(wanted.index, wanted.align) : getPlace(held, "start") + offset;
    if (Math.abs(top - view.scrollTop) >= 1) view.scrollTop = top;
    return findRange(view.scrollTop);
  };
  const show = (next: Range) => {
    passes.current += 1;
    if (!isSame(next, range) && passes.current < mostPasses) return setRange(next);
    target.current = null;
    passes.current = 0;
  };

  // Until the rows that are seen are those that were measured; nothing is painted meanwhile.
  useLayoutEffect(() => show(settle()));

  const onScroll = useEffectEvent(() => flushSync(() => show(findRange(scroller.current?.scrollTop ?? 0))));
  const onResize = useEffectEvent(() => flushSync(() => show(settle())));
  useEffect(() => {
    const view = scroller.current;
    view?.addEventListener("scroll", onScroll, { passive: true });
    return () => view?.removeEventListener("scroll", onScroll);
  }, [scroller]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows are in the page with each range
  useEffect(() => {
    const observer = new ResizeObserver(() => onResize());
    if (scroller.current) observer.observe(scroller.current);
    for (const row of list.current?.children ?? []) observer.observe(row);
    return () => observer.disconnect();
  }, [range, scroller, list]);

  return {
    ...range,
    before: head + heights.getStart(range.first),
    after: heights.getStart(heights.count) - heights.getStart(range.end) + tail,
    scrollTo: (index, align) => {
      target.current = { index, align };
      const next = findRange(getPlace(index, align));
      flushSync(() => show(isSame(next, range) ? settle() : next));
    },
    isInView: (index) => {
      const view = scroller.current;
      const start = getPlace(index, "start");
      const isSeen = view && start >= view.scrollTop;
      return isSeen === true && start + heights.getHeight(index) <= view.scrollTop + view.clientHeight;
    },
  };
}

function isSame(a: Range, b: Range): boolean {
  return a.first === b.first && a.end === b.end;
}
