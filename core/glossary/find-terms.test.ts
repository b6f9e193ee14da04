import fc from "fast-check";
import { expect, test } from "vitest";
import { findTerms } from "./find-terms.ts";
import { buildTermMatcher } from "./term-matcher.ts";

test.each([
  { name: "a compatibility ideograph", terms: ["\u8c48"], text: "甲\uf900乙", found: ["\uf900"] },
  {
    name: "a letter and its accent",
    terms: ["café"],
    text: "去cafe\u0301喝café",
    found: ["cafe\u0301", "café"],
  },
  { name: "a word that only begins alike", terms: ["cafe"], text: "去cafe\u0301", found: [] },
  {
    name: "a syllable in pieces",
    terms: ["각", "桥"],
    text: "\u1100\u1161\u11a8桥",
    found: ["\u1100\u1161\u11a8", "桥"],
  },
  {
    name: "what stands behind",
    terms: ["桥", "𠀀桥"],
    text: "e\u0301👨‍👩‍👧桥\uf900𠀀桥",
    found: ["桥", "𠀀桥"],
  },
  {
    name: "two terms in one character",
    terms: ["é", "\u0302"],
    text: "e\u0301\u0302",
    found: ["e\u0301\u0302"],
  },
])("finds in a text that is not composed: $name", ({ terms, text, found }) => {
  expect(text.normalize("NFC")).not.toBe(text);
  const matches = findTerms(buildTermMatcher(terms), text);
  expect(matches.map(({ start, end }) => text.slice(start, end))).toEqual(found);
});

test("every place holds its term, composed alike, and the next begins behind it", () => {
  const unit = fc.constantFrom("甲", "\uf900", "e", "\u0301", "é", "가", "\u1100", "\u1161", "𠀀", "\ud840");
  const word = fc.constantFrom("甲", "\u8c48", "é", "é甲", "가", "\u8c48é", "𠀀");
  fc.assert(
    fc.property(fc.array(word), fc.string({ unit, maxLength: 30 }), (terms, text) => {
      let behind = 0;
      for (const { start, end, term } of findTerms(buildTermMatcher(terms), text)) {
        expect(start).toBeGreaterThanOrEqual(behind);
        expect(text.slice(start, end).normalize("NFC")).toContain(terms[term]);
        behind = end;
      }
    }),
    { numRuns: 1000 },
  );
});
