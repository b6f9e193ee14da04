import fc from "fast-check";
import { expect, test } from "vitest";
import { buildWordFinder } from "./find-words.ts";

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
  const fold = (text: string) => text.normalize("NFC").toLowerCase();
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
