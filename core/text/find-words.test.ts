import { expect, test } from "vitest";
import { findSnippet, fold } from "./find-words.ts";

test.each([
  { text: "先立拱架", words: "拱架", found: { before: "先立", words: "拱架", after: "" } },
  { text: "The Bridge", words: "BRIDGE", found: { before: "The ", words: "Bridge", after: "" } },
  { text: "Cafe\u0301 bar", words: "café", found: { before: "", words: "Café", after: " bar" } },
  {
    text: `${"前".repeat(30)}桥${"后".repeat(30)}`,
    words: "桥",
    found: { before: `…${"前".repeat(24)}`, words: "桥", after: `${"后".repeat(24)}…` },
  },
  { text: "水", words: "桥", found: null },
])("finds $words in $text", ({ text, words, found }) => {
  expect(findSnippet(text, fold(words))).toEqual(found);
});
