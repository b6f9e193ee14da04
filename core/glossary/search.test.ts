import { expect, test } from "vitest";
import type { ConceptEntry } from "./concept.ts";
import { buildSearchKey, buildSearchTest } from "./search.ts";

const lawyer: ConceptEntry = {
  id: "1",
  state: "approved",
  definition: "",
  domain: "",
  note: "",
  proposedBy: "Ana",
  terms: [
    { id: "2", language: "zh", text: "女律师", status: "preferred", pinyin: "nǚ lǜshī" },
    { id: "3", language: "en", text: "Woman  lawyer", status: "preferred", pinyin: null },
  ],
};

test.each([
  ["", true],
  ["律师", true],
  ["nu lushi", true],
  ["nülǜshī", true],
  ["nvlvshi", true],
  ["woman law", true],
  ["WOMAN", true],
  ["judge", false],
])("“%s” finds it: %s", (query, isFound) => {
  expect(buildSearchTest(query)(buildSearchKey(lawyer))).toBe(isFound);
});
