import fc from "fast-check";
import { expect, test } from "vitest";
import { buildTermMatcher, type TermMatch } from "./term-matcher.ts";

function findNaively(terms: readonly string[], text: string): TermMatch[] {
  const found: TermMatch[] = [];
  for (let start = 0; start < text.length; ) {
    let best: TermMatch | null = null;
    terms.forEach((term, index) => {
      const longer = start + term.length > (best?.end ?? start);
      if (longer && text.startsWith(term, start)) best = { start, end: start + term.length, term: index };
    });
    if (best !== null) found.push(best);
    start = (best as TermMatch | null)?.end ?? start + 1;
  }
  return found;
}

test.each([
  { terms: ["超车", "弯道超车"], text: "追求弯道超车", found: ["弯道超车"] },
  { terms: ["超车", "弯道超车"], text: "他超车了，在弯道超车", found: ["超车", "弯道超车"] },
  { terms: ["甲乙丙丁", "乙丙", "丙"], text: "甲乙丙", found: ["乙丙"] },
  { terms: ["ab", "bcd"], text: "abcd", found: ["ab"] },
  { terms: ["", "字"], text: "字字", found: ["字", "字"] },
])("finds the leftmost, then the longest: $text", ({ terms, text, found }) => {
  const matches = buildTermMatcher(terms).findAll(text);
  expect(matches.map((match) => text.slice(match.start, match.end))).toEqual(found);
});

/** Few letters make many overlaps; many make nodes with more children than are searched one by one. */
test.each([
  { letters: "甲乙丙", longest: 5, terms: 12 },
  {
    letters: "一二三四五六七八九十百千万亿甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥",
    longest: 2,
    terms: 300,
  },
])("agrees with a naive search over $letters", ({ letters, longest, terms }) => {
  const unit = fc.constantFrom(...letters);
  const word = fc.string({ unit, minLength: 1, maxLength: longest });
  const cases = [fc.array(word, { maxLength: terms }), fc.string({ unit, maxLength: 40 })] as const;
  fc.assert(
    fc.property(...cases, (given, text) => {
      expect(buildTermMatcher(given).findAll(text)).toEqual(findNaively(given, text));
    }),
    { numRuns: 1000 },
  );
});
