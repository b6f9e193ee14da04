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

test("agrees with a naive search", () => {
  const letters = fc.constantFrom("甲", "乙", "丙");
  const word = fc.string({ unit: letters, minLength: 1, maxLength: 5 });
  const cases = [fc.array(word, { maxLength: 12 }), fc.string({ unit: letters, maxLength: 40 })] as const;
  fc.assert(
    fc.property(...cases, (terms, text) => {
      expect(buildTermMatcher(terms).findAll(text)).toEqual(findNaively(terms, text));
    }),
    { numRuns: 2000 },
  );
});
