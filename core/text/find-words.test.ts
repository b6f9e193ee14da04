import fc from "fast-check";
import { expect, test } from "vitest";
import { buildWordFinder, findSnippet, fold } from "./find-words.ts";

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

test.each([
  { words: "bridge", text: "Bridge over bridges", found: ["Bridge", "bridge"] },
  { words: " 江南 ", text: "江南的桥，江南", found: ["江南", "江南"] },
  { words: "aa", text: "aaaaa", found: ["aa", "aa"] },
  { words: "caf\u00e9", text: "Cafe\u0301 and CAF\u00c9", found: ["Cafe\u0301", "CAF\u00c9"] },
  { words: "e", text: "cafe\u0301", found: [] },
  { words: "bul", text: "\u0130stanbul", found: ["bul"] },
  { words: "$x", text: "so $x^2$", found: ["$x"] },
  { words: "  ", text: "a  b", found: [] },
  { words: "x", text: "", found: [] },
])("$words in $text", ({ words, text, found }) => {
  expect(buildWordFinder(words)(text).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test("what is found equals the words, folded, in order and without overlap", () => {
  const letters = fc.string({
    unit: fc.constantFrom("a", "A", "e\u0301", "\u00e9", "\u0130", "桥", " ", "\n"),
    maxLength: 24,
  });
  fc.assert(
    fc.property(letters, letters, (text, words) => {
      let last = 0;
      for (const { start, end } of buildWordFinder(words)(text)) {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(fold(text.slice(start, end))).toContain(fold(words.trim()));
        last = end;
      }
    }),
  );
});
