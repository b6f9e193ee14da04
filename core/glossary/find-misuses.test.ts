import { expect, test } from "vitest";
import type { ConceptEntry, ConceptState, TermStatus } from "./concept.ts";
import { findMisuses } from "./find-misuses.ts";

function aConcept(
  id: string,
  english: readonly (readonly [string, TermStatus])[],
  state: ConceptState = "approved",
): ConceptEntry {
  const terms = english.map(([text, status]) => ({
    id: text,
    language: "en" as const,
    text,
    status,
    pinyin: null,
  }));
  return { id, state, definition: "", domain: "", note: "", proposedBy: "", terms };
}

const bend = aConcept("bend", [
  ["overtake on the bend", "preferred"],
  ["curve overtaking", "deprecated"],
  ["overtaking", "deprecated"],
]);

test.each([
  { text: "Curve overtaking, and overtaking", found: ["Curve overtaking", "overtaking"] },
  { text: "overtake on the bend", found: [] },
  { text: "", found: [] },
])("of overlapping ones the longer is told: $text", ({ text, found }) => {
  expect(findMisuses(text, [bend]).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test("what an approved concept of the same segment allows is no fault, what a proposed one does is", () => {
  const passing = [["overtaking", "admitted"]] as const;
  expect(findMisuses("no overtaking", [bend, aConcept("pass", passing)])).toEqual([]);
  expect(findMisuses("no overtaking", [bend, aConcept("pass", passing, "proposed")])).toEqual([
    { start: 3, end: 13, concept: bend },
  ]);
});
