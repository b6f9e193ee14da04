/**
 * Gives a fragment new content by the smallest change: what both share at the beginning and at the end is left alone, so
 * that carets, selections and other people's undo in it survive.
 */
import type * as Y from "yjs";
import { deleteRange, formatRange, insertAt } from "./fragment-range.ts";
import type { Inline } from "./inline.ts";
import { buildFormat, readTarget } from "./part-text.ts";

/** Replaces the content of a fragment. Call it inside a transaction. A fragment that is not of the text schema is rewritten. */
export function replaceContent(fragment: Y.XmlFragment, content: readonly Inline[]): void {
  const present = readTarget(fragment);
  if (!present.valid) {
    fragment.delete(0, fragment.length);
    insertAt(fragment, 0, content);
    return;
  }
  const before = listPlaces(present.content);
  const after = listPlaces(content);
  const { start, end } = findChange(before, after);
  const old = sliceContent(present.content, start, before.length - end);
  replaceRange(fragment, start, old, sliceContent(content, start, after.length - end));
}

/**
 * Puts `content` in the place of `old`, which stands at `start`. What differs in its marks alone is only formatted, so
 * that what others type inside it at the same moment stays there.
 */
export function replaceRange(
  fragment: Y.XmlFragment,
  start: number,
  old: readonly Inline[],
  content: readonly Inline[],
): void {
  const [before, after] = [listPlaces(old), listPlaces(content)];
  if (before.length === after.length && before.every(({ what }, index) => what === after[index]?.what)) {
    formatRange(fragment, start, content);
    return;
  }
  deleteRange(fragment, start, start + before.length);
  insertAt(fragment, start, content);
}

/** One place of the flat line: a UTF-16 unit or an atom, and how it looks. */
type Place = { readonly what: string; readonly look: string };

function listPlaces(content: readonly Inline[]): Place[] {
  return content.flatMap((inline): Place[] => {
    if (inline.type !== "text") return [{ what: `\u0000${JSON.stringify(inline)}`, look: "" }];
    const look = JSON.stringify(buildFormat(inline));
    return inline.text.split("").map((what) => ({ what, look }));
  });
}

/** Lengths of the common beginning and end; neither cuts a surrogate pair. */
function findChange(before: readonly Place[], after: readonly Place[]): { start: number; end: number } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isSame(before[start], after[start])) start += 1;
  if (start > 0 && isHighSurrogate(before[start - 1])) start -= 1;
  let end = 0;
  while (end < shorter - start && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1;
  if (end > 0 && isLowSurrogate(before.at(-end))) end -= 1;
  return { start, end };
}

function isSame(a: Place | undefined, b: Place | undefined): boolean {
  return a?.what === b?.what && a?.look === b?.look;
}

function isHighSurrogate(place: Place | undefined): boolean {
  return place !== undefined && /^[\uD800-\uDBFF]$/.test(place.what);
}

function isLowSurrogate(place: Place | undefined): boolean {
  return place !== undefined && /^[\uDC00-\uDFFF]$/.test(place.what);
}

/** The content between two places. */
function sliceContent(content: readonly Inline[], from: number, to: number): Inline[] {
  const slice: Inline[] = [];
  let start = 0;
  for (const inline of content) {
    const end = start + (inline.type === "text" ? inline.text.length : 1);
    if (start < to && end > from) {
      if (inline.type !== "text") slice.push(inline);
      else slice.push({ ...inline, text: inline.text.slice(Math.max(0, from - start), to - start) });
    }
    start = end;
  }
  return slice;
}
