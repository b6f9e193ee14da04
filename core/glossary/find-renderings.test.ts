import { expect, test } from "vitest";
import type { ConceptEntry } from "./concept.ts";
import { findRenderings } from "./find-renderings.ts";

const english = (text: string, status: "preferred" | "admitted" | "deprecated" | "superseded") => ({
  id: text,
  language: "en" as const,
  text,
  status,
  pinyin: null,
});
const heroin: ConceptEntry = {
  id: "1",
  state: "approved",
  definition: "",
  domain: "",
  note: "",
  proposedBy: "Ana",
  terms: [
    english("electronic heroin", "preferred"),
    english("heroin", "admitted"),
    english("electronic opium", "deprecated"),
    english("e-drug", "superseded"),
  ],
};

test.each([
  { text: "Electronic heroin, not heroin", found: ["electronic heroin", "heroin"] },
  { text: "the heroine took electronic\nopium", found: ["electronic opium"] },
  { text: "an e-drug", found: [] },
  { text: "", found: [] },
])("finds the leftmost and longest: $text", ({ text, found }) => {
  expect(findRenderings(text, heroin).map(({ termId }) => termId)).toEqual(found);
});
