import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { renderCanonicalJson } from "./canonical.ts";
import {
  deleteRange,
  findPlace,
  formatRange,
  getFragmentLength,
  insertAt,
  storePosition,
} from "./fragment-range.ts";
import type { Inline } from "./inline.ts";
import { readTarget } from "./part-text.ts";

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), text: fc.string({ minLength: 1, maxLength: 6 }) }),
  fc.record({
    type: fc.constant("text" as const),
    text: fc.string({ minLength: 1, maxLength: 6 }),
    marks: fc.constant(["bold"] as const),
  }),
  fc.constant<Inline>({ type: "break" }),
  fc.constant<Inline>({ type: "formula", id: "f1", tex: "x^2" }),
);

/** One entry per place, as the editor counts. */
function listPlaces(content: readonly Inline[]): Inline[] {
  return content.flatMap((each): Inline[] => {
    if (each.type !== "text") return [each];
    return Array.from({ length: each.text.length }, (_, index) => ({
      ...each,
      text: each.text.charAt(index),
    }));
  });
}

test("ranges of a fragment behave like ranges of a flat list", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(), fc.nat(), fc.array(inline, { maxLength: 4 })), { maxLength: 12 }),
      (edits) => {
        const fragment = new Y.Doc().getXmlFragment("s:x");
        const model: Inline[] = [];
        for (const [a, b, content] of edits) {
          const from = a % (model.length + 1);
          const to = from + (b % (model.length - from + 1));
          deleteRange(fragment, from, to);
          insertAt(fragment, from, content);
          model.splice(from, to - from, ...listPlaces(content));
          expect(getFragmentLength(fragment)).toBe(model.length);
        }
        expect(renderCanonicalJson(readTarget(fragment).content)).toBe(renderCanonicalJson(model));
      },
    ),
  );
});

test("a stored place moves with the text before it", () => {
  const fragment = new Y.Doc().getXmlFragment("s:x");
  insertAt(fragment, 0, [{ type: "text", text: "one" }, { type: "break" }, { type: "text", text: "two" }]);
  for (const place of [1, 2, 3, 4, 5, 6, 7]) {
    expect(findPlace(fragment, storePosition(fragment, place))).toBe(place);
  }
  const stored = storePosition(fragment, 6);
  insertAt(fragment, 0, [{ type: "text", text: "zero " }]);
  expect(findPlace(fragment, stored)).toBe(11);
});

test("marks come and go without touching the text", () => {
  const doc = new Y.Doc();
  const fragment = doc.getXmlFragment("s:x");
  insertAt(fragment, 0, [{ type: "text", text: "plain words" }]);
  const before = fragment.get(0);
  formatRange(fragment, 6, [{ type: "text", text: "words", marks: ["bold"] }]);
  expect(readTarget(fragment).content).toEqual([
    { type: "text", text: "plain " },
    { type: "text", text: "words", marks: ["bold"] },
  ]);
  formatRange(fragment, 0, [{ type: "text", text: "plain words" }]);
  expect(readTarget(fragment).content).toEqual([{ type: "text", text: "plain words" }]);
  expect(fragment.get(0)).toBe(before);
});

test("deleting all while another types keeps what they typed", () => {
  const one = new Y.Doc();
  insertAt(one.getXmlFragment("s:x"), 0, [{ type: "text", text: "old" }]);
  const two = new Y.Doc();
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  deleteRange(one.getXmlFragment("s:x"), 0, 3);
  insertAt(two.getXmlFragment("s:x"), 3, [{ type: "text", text: " new" }]);
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  expect(readTarget(one.getXmlFragment("s:x")).content).toEqual([{ type: "text", text: " new" }]);
  expect(readTarget(two.getXmlFragment("s:x")).content).toEqual([{ type: "text", text: " new" }]);
});
