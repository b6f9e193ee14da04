import { expect, test } from "vitest";
import * as Y from "yjs";
import { hashContent } from "#core/articles/canonical.ts";
import { insertAt } from "#core/articles/fragment-range.ts";
import type { Inline } from "#core/articles/inline.ts";
import { getFragment } from "#core/articles/part-text.ts";
import { describeDifference, readLocalText } from "./describe-local-text.ts";
import type { SessionSegment } from "./session-types.ts";

const targets: readonly (readonly Inline[])[] = [
  [{ type: "text", text: "The same as the server's" }],
  [
    { type: "text", text: "E = ", marks: ["bold"] },
    { type: "formula", id: "f1", tex: "mc^2" },
  ],
  [],
  [{ type: "text", text: "two" }, { type: "break" }, { type: "text", text: "lines" }],
];

const segments: readonly SessionSegment[] = targets.map((_, index) => ({
  id: `${index}`.repeat(20),
  number: index + 1,
  part: 0,
  target: [],
  targetHash: "",
  targetValid: true,
}));

function buildDoc(): Y.Doc {
  const doc = new Y.Doc();
  for (const [index, { id }] of segments.entries()) {
    const content = targets[index] ?? [];
    if (content.length > 0) insertAt(getFragment(doc, id), 0, content);
  }
  return doc;
}

/** A doc as the browser's store gives it: its roots have no type yet. */
function reload(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

const getServerHash = (id: string) => hashContent(id === segments[0]?.id ? (targets[0] ?? []) : []);

test("names each segment that differs from the server's, in order, and no other", () => {
  const text = "[2]\nE = $mc^2$\n\n[4]\ntwo\nlines\n";
  expect(describeDifference(readLocalText(buildDoc(), segments), getServerHash)).toBe(text);
  expect(describeDifference(readLocalText(reload(buildDoc()), segments), getServerHash)).toBe(text);
});

test("is null when nothing differs", () => {
  const local = readLocalText(buildDoc(), segments);
  const own = new Map(local.map(({ segmentId, hash }) => [segmentId, hash]));
  expect(describeDifference(local, (id) => own.get(id) ?? "")).toBeNull();
  expect(describeDifference(readLocalText(new Y.Doc(), segments), getServerHash)).toBeNull();
});

test("leaves out what is no segment of the article", () => {
  const doc = buildDoc();
  insertAt(getFragment(doc, "z".repeat(20)), 0, [{ type: "text", text: "of another article" }]);
  expect(describeDifference(readLocalText(doc, segments), getServerHash)).not.toContain("another");
});
