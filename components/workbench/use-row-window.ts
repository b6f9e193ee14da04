/** The rows of a long list that are in the page: those near the view, with room before and after for all others. */
import {
  type CSSProperties,
  type RefCallback,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { whenIdle } from "#client/when-idle.ts";
import { RowHeights } from "#client/workbench/row-heights.ts";

/** Rows that are in the page above and below the view, so that a quick turn of the wheel meets them: few until it is open. */
const overscans = { opening: 2, open: 12 };
/** Milliseconds after which the page counts as open, busy or not. */
const openingLimit = 2000;
/** Rows in the page before the height of the view is known. */
const firstRows = 10;
/** Pixels above the first row and below the last, so that this one too can be read in the middle. */
const head = 18;
const tail = 160;

/** Times that the rows are measured before one paint. Three are usual; a page that never comes to rest is shown as it is. */
const mostPasses = 12;

/** The rows near the view, and the pixels of all that stands above and below them. */
type Range = {
  readonly first: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
};

/** Where a row comes to stand: at the upper edge, in the middle, or no further than it takes to be seen whole. */
export type Align = "start" | "center" | "nearest";

export type RowWindowOptions = {
  /** A height in pixels for each row, near the real one; another array means another list. */
  readonly estimates: readonly number[];
  readonly scroller: RefObject<HTMLElement | null>;
  /** Index of the active row, null for none: when it becomes so it is brought in whole, then it stays in the page. */
  readonly active: number | null;
};

export type RowWindow = {
  /** Indices of the rows that are to be in the page, in order. */
  readonly shown: readonly number[];
  /** Pixels of all that stands above and below the rows near the view. */
  readonly before: number;
  readonly after: number;
  /** For the element of each row, which names its index as `data-row`. */
  readonly watchRow: RefCallback<HTMLElement>;
  /** For a row that is not near the view: it stands at its place without taking room. */
  readonly getRowStyle: (index: number) => CSSProperties | undefined;
  /** Brings a row to its place before anything is painted. Not in an effect of React's, which cannot render meanwhile. */
  readonly scrollTo: (index: number, align: Align) => void;
  /** True when the whole row is in view, or one that is taller fills it. */
  readonly isInView: (index: number) => boolean;
};

/**
 * The rows are in the page's own flow, so that one that grows moves those below it without a render. Whatever is measured,
 * the active row, or else the first in view, stays where it is in the view.
 */
export function useRowWindow({ estimates, scroller, active }: RowWindowOptions): RowWindow {
  const heights = useMemo(() => new RowHeights(estimates), [estimates]);
  const [range, setRange] = useState<Range>(() => buildRange(heights, 0, firstRows));
  const [overscan, setOverscan] = useState(overscans.opening);
  useEffect(() => whenIdle(() => setOverscan(overscans.open), openingLimit), []);
  const rows = useRef(new Set<HTMLElement>());
  const observer = useRef<ResizeObserver | null>(null);
  /** Where the view is on its way to, until the rows there have been measured. */
  const target = useRef<{ readonly index: number; readonly align: Align } | null>(null);
  const passes = useRef(0);

  const getStart = (index: number) => head + heights.getStart(index);
  const getViewHeight = () => scroller.current?.clientHeight ?? 0;
  const isInView = (index: number) => {
    const top = scroller.current?.scrollTop ?? 0;
    const end = top + getViewHeight();
    const [start, rowEnd] = [getStart(index), getStart(index) + heights.getHeight(index)];
    return (start >= top && rowEnd <= end) || (start <= top && rowEnd >= end);
  };
  /** What `scrollTop` is with a row at its place. */
  const getTop = (index: number, align: Align, top: number) => {
    const start = getStart(index);
    const room = getViewHeight() - heights.getHeight(index);
    if (align === "start") return start;
    if (align === "center") return room < 0 ? start : start - room / 2;
    // One that is taller than the view stays where it is.
    return room < 0 ? top : Math.min(start, Math.max(start - room, top));
  };
  const findRange = (top: number): Range => {
    const first = heights.findRow(top - head) - overscan;
    const end = heights.findRow(top - head + getViewHeight()) + 1 + overscan;
    return buildRange(heights, first, end);
  };
  const findHeld = (top: number) => {
    const isSeen =
      active !== null &&
      getStart(active) < top + getViewHeight() &&
      getStart(active) + heights.getHeight(active) > top;
    return isSeen ? active : heights.findRow(top - head);
  };
  /** Measures the rows of the page and keeps the view's place among them; says which rows the view then needs. */
  const settle = (): Range => {
    const view = scroller.current;
    if (!view) return range;
    const held = findHeld(view.scrollTop);
    const offset = view.scrollTop - getStart(held);
    for (const row of rows.current) heights.setHeight(getIndex(row), row.getBoundingClientRect().height);
    const kept = getStart(held) + offset;
    const top = target.current ? getTop(target.current.index, target.current.align, kept) : kept;
    if (Math.abs(top - view.scrollTop) >= 1) view.scrollTop = top;
    return findRange(view.scrollTop);
  };
  const show = (next: Range) => {
    passes.current += 1;
    if (!isSame(next, range) && passes.current < mostPasses) return setRange(next);
    target.current = null;
    passes.current = 0;
  };

  const activeBefore = useRef<number | null>(null);
  // Until the rows that are seen are those that were measured; nothing is painted meanwhile.
  useLayoutEffect(() => {
    if (active !== null && active !== activeBefore.current)
      target.current ??= { index: active, align: "nearest" };
    activeBefore.current = active;
    show(settle());
  });

  const onScroll = useEffectEvent(() => flushSync(() => show(findRange(scroller.current?.scrollTop ?? 0))));
  const onResize = useEffectEvent((entries: readonly ResizeObserverEntry[]) => {
    // A row that has only come into the page is reported, too.
    const isChanged = ({ target: element, borderBoxSize }: ResizeObserverEntry) =>
      element === scroller.current ||
      (element instanceof HTMLElement &&
        Math.abs((borderBoxSize[0]?.blockSize ?? 0) - heights.getHeight(getIndex(element))) > 0.01);
    if (entries.some(isChanged)) flushSync(() => show(settle()));
  });
  useEffect(() => {
    const view = scroller.current;
    const watching = new ResizeObserver((entries) => onResize(entries));
    observer.current = watching;
    if (view) watching.observe(view);
    for (const row of rows.current) watching.observe(row);
    view?.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      view?.removeEventListener("scroll", onScroll);
      watching.disconnect();
      observer.current = null;
    };
  }, [scroller]);
  const watchRow = useCallback((row: HTMLElement | null) => {
    if (!row) return;
    rows.current.add(row);
    observer.current?.observe(row);
    return () => {
      rows.current.delete(row);
      observer.current?.unobserve(row);
    };
  }, []);

  const { first, end } = range;
  const isNear = (index: number) => index >= first && index < end;
  const near = Array.from({ length: end - first }, (_, at) => first + at);
  const isApart = active !== null && !isNear(active);
  return {
    shown: !isApart ? near : active < first ? [active, ...near] : [...near, active],
    before: range.before,
    after: range.after,
    watchRow,
    getRowStyle: (index) =>
      isNear(index) ? undefined : { position: "absolute", insetInline: 0, top: getStart(index) },
    scrollTo: (index, align) => {
      target.current = { index, align };
      const next = findRange(getTop(index, align, scroller.current?.scrollTop ?? 0));
      flushSync(() => show(isSame(next, range) ? settle() : next));
    },
    isInView,
  };
}

function getIndex(row: HTMLElement): number {
  return Number(row.dataset.row);
}

function buildRange(heights: RowHeights, from: number, to: number): Range {
  const first = Math.max(0, from);
  const end = Math.min(heights.count, to);
  const after = heights.getStart(heights.count) - heights.getStart(end) + tail;
  return { first, end, before: head + heights.getStart(first), after };
}

function isSame(a: Range, b: Range): boolean {
  const isNear = (one: number, other: number) => Math.abs(one - other) < 0.5;
  return a.first === b.first && a.end === b.end && isNear(a.before, b.before) && isNear(a.after, b.after);
}
