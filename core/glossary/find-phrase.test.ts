import fc from "fast-check";
import { expect, test } from "vitest";
import { findPhrase } from "./find-phrase.ts";

test.each([
  { phrase: "electronic  opium", text: "Electronic\n opium, electronicopium", found: ["Electronic\n opium"] },
  { phrase: " opium ", text: "opium-like, opiums, 2opium", found: ["opium"] },
  { phrase: "C++ (curve)", text: "the c++ (CURVE), c++ (curve)d", found: ["c++ (CURVE)"] },
  { phrase: ".*", text: "a .* b", found: [".*"] },
  { phrase: "a a", text: "a a a a", found: ["a a", "a a"] },
  { phrase: "opium", text: "İİ opium 𝒳opium opium𝒳", found: ["opium"] },
  { phrase: "5 μm", text: "of 5 \u00b5m", found: ["5 \u00b5m"] },
  { phrase: "ΛΟΓΟΣ", text: "λόγος, λογος", found: ["λογος"] },
  { phrase: " ", text: "a b", found: [] },
])("finds whole words, literally: $phrase in $text", ({ phrase, text, found }) => {
  expect(findPhrase(text, phrase).map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test("agrees with a pattern that says the same", () => {
  const unit = fc.constantFrom("a", "A", "b", "é", "s", "ſ", "Σ", "ς", " ", "\n", "+", "(", "1", "𝒳");
  const cases = [fc.string({ unit, maxLength: 5 }), fc.string({ unit, maxLength: 40 })] as const;
  fc.assert(
    fc.property(...cases, (phrase, text) => {
      const words = phrase.split(/\s+/).filter(Boolean);
      const pattern = words.map((word) => word.replace(/[+(]/g, "\\$&")).join("\\s+");
      const hits =
        words.length === 0
          ? []
          : text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, "giu"));
      const expected = Array.from(hits, (hit) => ({ start: hit.index, end: hit.index + hit[0].length }));
      expect(findPhrase(text, phrase)).toEqual(expected);
    }),
    { numRuns: 3000 },
  );
});
