import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { buildCanonical } from "./canonical.ts";
import { insertAt } from "./fragment-range.ts";
import { type Inline, renderPlainText } from "./inline.ts";
import { getFragment, readTarget } from "./part-text.ts";
import { replaceContent, replaceRange } from "./replace-content.ts";

const segmentId = "0123456789abcdefghij";

const inline: fc.Arbitrary<Inline> = fc.oneof(
  fc.record({
    type: fc.constant("text" as const),
    text: fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }),
  }),
  fc.record({
    type: fc.constant("text" as const),
    text: fc.constantFrom("bridge", "桥", "𠮷野", "😀"),
    marks: fc.constantFrom(["bold" as const], ["italic" as const, "code" as const]),
  }),
  fc.constant({ type: "break" as const }),
  fc.constantFrom<Inline>(
    { type: "formula", id: "f1", tex: "x^2" },
    { type: "footnote", id: "n1", number: 1 },
    { type: "mention", id: "m1", name: "阿桥" },
  ),
);
const content = fc.array(inline, { maxLength: 8 });

describe("replaceContent", () => {
  test("leads to exactly the content", () => {
    fc.assert(
      fc.property(content, content, (first, second) => {
        const fragment = getFragment(new Y.Doc(), segmentId);
        replaceContent(fragment, first);
        replaceContent(fragment, second);
        const read = readTarget(fragment);
        expect(read.valid).toBe(true);
        expect(buildCanonical(read.content)).toEqual(buildCanonical(second));
      }),
    );
  });

  test("leaves what stands on both sides of the change alone", () => {
    const doc = new Y.Doc();
    const fragment = getFragment(doc, segmentId);
    replaceContent(fragment, [{ type: "text", text: "They hold for years." }]);
    let inserted = "";
    fragment.observeDeep((events) => {
      for (const event of events)
        for (const part of event.changes.delta)
          inserted += typeof part.insert === "string" ? part.insert : "";
    });
    replaceContent(fragment, [{ type: "text", text: "They hold for many years." }]);
    expect(inserted).toBe("many ");
  });

  test("does nothing when nothing differs", () => {
    const doc = new Y.Doc();
    const fragment = getFragment(doc, segmentId);
    replaceContent(fragment, [{ type: "text", text: "Stone" }]);
    let updates = 0;
    doc.on("update", () => {
      updates += 1;
    });
    replaceContent(fragment, [{ type: "text", text: "Stone" }]);
    expect(updates).toBe(0);
  });
});

test("marks that come over text and placeholders leave room for what another types between them", () => {
  const one = new Y.Doc();
  const plain: Inline[] = [
    { type: "text", text: "a " },
    { type: "formula", id: "f1", tex: "x" },
    { type: "text", text: " b" },
  ];
  replaceContent(getFragment(one, segmentId), plain);
  const two = new Y.Doc();
  Y.applyUpdate(two, Y.encodeStateAsUpdate(one));
  insertAt(getFragment(two, segmentId), 3, [{ type: "text", text: "," }]);
  const bold = plain.map((each): Inline => (each.type === "text" ? { ...each, marks: ["bold"] } : each));
  replaceRange(getFragment(one, segmentId), 0, plain, bold);
  Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
  expect(renderPlainText(readTarget(getFragment(one, segmentId)).content)).toBe("a $x$, b");
});
