/** Replaces a fragment's content by changing only the middle that differs, so that carets and others' undo survive. */
import type * as Y from "yjs";
import { deleteRange, getFragmentLength, insertAt } from "./fragment-range.ts";
import type { Inline } from "./inline.ts";
import { readTarget } from "./part-text.ts";

/** One place of the flat line: a UTF-16 unit with its style, or a break or placeholder. */
type Place = { readonly key: string; readonly inline: Inline };

/** Makes the fragment hold `content`, in one transaction of `origin`. What is the same at both ends is not touched. */
export function replaceContent(fragment: Y.XmlFragment, content: readonly Inline[], origin: unknown): void {
  const before = listPlaces(readTarget(fragment).content);
  const after = listPlaces(content);
  const start = countCommon(before, after, 0);
  const end = countCommonEnd(before, after, start);
  if (start === before.length && start === after.length) return;
  const run = () => {
    deleteRange(fragment, start, getFragmentLength(fragment) - end);
    insertAt(fragment, start, joinPlaces(after.slice(start, after.length - end)));
  };
  if (fragment.doc) fragment.doc.transact(run, origin);
  else run();
}

function listPlaces(content: readonly Inline[]): Place[] {
  return content.flatMap((inline): Place[] => {
    if (inline.type !== "text") return [{ key: JSON.stringify(inline), inline }];
    const style = JSON.stringify([inline.marks ?? [], inline.href ?? null]);
    // Code points, so that no surrogate pair is ever cut; each counts as its units below.
    return [...inline.text].flatMap((character) =>
      character.split("").map((_unit, index) => ({
        key: `${style}${character}${index}`,
        inline: { ...inline, text: character[index] ?? "" },
      })),
    );
  });
}

function countCommon(a: readonly Place[], b: readonly Place[], from: number): number {
  let count = from;
  while (count < a.length && count < b.length && a[count]?.key === b[count]?.key) count += 1;
  return isInsidePair(a, count) || isInsidePair(b, count) ? count - 1 : count;
}

function countCommonEnd(a: readonly Place[], b: readonly Place[], start: number): number {
  const limit = Math.min(a.length, b.length) - start;
  let count = 0;
  while (count < limit && a[a.length - 1 - count]?.key === b[b.length - 1 - count]?.key) count += 1;
  return isInsidePair(a, a.length - count) || isInsidePair(b, b.length - count) ? count - 1 : count;
}

/** True when a cut before this place would part a surrogate pair. */
function isInsidePair(places: readonly Place[], index: number): boolean {
  const inline = places[index]?.inline;
  return inline?.type === "text" && /^[\uDC00-\uDFFF]/.test(inline.text) && index > 0;
}

function joinPlaces(places: readonly Place[]): Inline[] {
  const joined: Inline[] = [];
  for (const { inline } of places) {
    const last = joined.at(-1);
    const isSame =
      last?.type === "text" &&
      inline.type === "text" &&
      last.href === inline.href &&
      last.marks === inline.marks;
    if (isSame) joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    else joined.push(inline);
  }
  return joined;
}
