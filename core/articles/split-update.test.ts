import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { splitUpdate } from "./split-update.ts";

function aDoc(edits: readonly { readonly at: number; readonly text: string; readonly cut: number }[]): Y.Doc {
  const docs = [new Y.Doc(), new Y.Doc()];
  edits.forEach((edit, index) => {
    const doc = docs[index % 2];
    const other = docs[(index + 1) % 2];
    if (!doc || !other) return;
    const text = doc.getText("t");
    text.insert(edit.at % (text.length + 1), edit.text);
    const from = edit.at % (text.length + 1);
    text.delete(from, Math.min(edit.cut, text.length - from));
    if (index % 3 === 0) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  });
  const [first, second] = docs;
  if (first && second) Y.applyUpdate(first, Y.encodeStateAsUpdate(second));
  return first ?? new Y.Doc();
}

const edits = fc.array(fc.record({ at: fc.nat(500), text: fc.string({ maxLength: 40 }), cut: fc.nat(5) }), {
  minLength: 1,
  maxLength: 60,
});

describe("splitUpdate", () => {
  test("the pieces together are the whole", () => {
    fc.assert(
      fc.property(edits, fc.integer({ min: 40, max: 400 }), (given, limit) => {
        const whole = aDoc(given);
        const copy = new Y.Doc();
        for (const piece of splitUpdate(Y.encodeStateAsUpdate(whole), limit)) Y.applyUpdate(copy, piece);
        expect(copy.getText("t").toString()).toBe(whole.getText("t").toString());
        expect(Y.encodeStateVector(copy)).toEqual(Y.encodeStateVector(whole));
        expect(copy.store.pendingStructs).toBeNull();
      }),
    );
  });

  test("a small update stays as it is", () => {
    const update = Y.encodeStateAsUpdate(aDoc([{ at: 0, text: "桥", cut: 0 }]));
    expect(splitUpdate(update, 1000)).toEqual([update]);
  });

  test("no piece is far over the limit", () => {
    const doc = new Y.Doc();
    const text = doc.getText("t");
    for (let index = 0; index < 2000; index += 1) text.insert(index % 7, `字${index}`);
    const pieces = splitUpdate(Y.encodeStateAsUpdate(doc), 4096);
    expect(pieces.length).toBeGreaterThan(3);
    for (const piece of pieces) expect(piece.length).toBeLessThan(4096 + 64);
  });
});
