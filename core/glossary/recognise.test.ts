import { expect, test } from "vitest";
import type { ConceptEntry, ConceptState, TermStatus } from "./concept.ts";
import { buildRecogniser, findForbidden, recogniseTerms } from "./recognise.ts";

type Given = { zh: string; en?: readonly (readonly [string, TermStatus])[]; state?: ConceptState };

function aConcept({ zh, en = [], state = "approved" }: Given): ConceptEntry {
  const chinese = { id: zh, language: "zh" as const, text: zh, status: "preferred" as const, pinyin: null };
  const english = en.map(([text, status]) => ({
    id: text,
    language: "en" as const,
    text,
    status,
    pinyin: null,
  }));
  return {
    id: `${zh}-${state}`,
    state,
    definition: "",
    domain: "",
    note: "",
    proposedBy: "Ana",
    terms: [chinese, ...english],
  };
}

test("the longer term wins, and concepts with one source term come together, approved first", () => {
  const proposed = aConcept({ zh: "弯道超车", state: "proposed" });
  const approved = aConcept({ zh: "弯道超车" });
  const short = aConcept({ zh: "超车" });
  const text = "弯道超车不如超车";
  const found = recogniseTerms(buildRecogniser([proposed, short, approved]), text);
  expect(found).toEqual([
    { start: 0, end: 4, entries: [approved, proposed] },
    { start: 6, end: 8, entries: [short] },
  ]);
});

test("a term is found however the text writes its characters", () => {
  const how = aConcept({ zh: "\u8c48" });
  expect(recogniseTerms(buildRecogniser([how]), "甲\uf900")).toEqual([{ start: 1, end: 2, entries: [how] }]);
});

test("rejected and superseded concepts are not recognised", () => {
  const concepts = [aConcept({ zh: "桥", state: "rejected" }), aConcept({ zh: "石", state: "superseded" })];
  expect(recogniseTerms(buildRecogniser(concepts), "石桥")).toEqual([]);
});

const bend = aConcept({
  zh: "弯道超车",
  en: [
    ["overtake on the bend", "preferred"],
    ["overtake", "deprecated"],
    ["C++ (curve)", "deprecated"],
    ["corner", "superseded"],
  ],
});

test.each([
  { text: "They Overtake us", found: ["Overtake"] },
  { text: "They overtaken us, overtakes", found: [] },
  { text: "They overtake on\nthe bend", found: [] },
  { text: "overtake, then overtake on the bend", found: ["overtake"] },
  { text: "the c++ (CURVE), cornered", found: ["c++ (CURVE)"] },
  { text: "", found: [] },
])("finds forbidden renderings as whole words: $text", ({ text, found }) => {
  expect(findForbidden(text, bend).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});
