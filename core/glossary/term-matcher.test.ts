import fc from "fast-check";
import { expect, test } from "vitest";
import { buildTermMatcher, type TermMatch } from "./term-matcher.ts";

/** True between two Latin letters and between two digits. */
const isInsideWord = (text: string, at: number) =>
  at > 0 && /^(\p{Script=Latin}{2}|\p{Nd}{2})$/u.test(text.slice(at - 1, at + 1));

function findNaively(terms: readonly string[], text: string): TermMatch[] {
  const found: TermMatch[] = [];
  for (let start = 0; start < text.length; ) {
    let best: TermMatch | null = null;
    terms.forEach((term, index) => {
      const end = start + term.length;
      const isFree = !isInsideWord(text, start) && !isInsideWord(text, end);
      if (end > (best?.end ?? start) && isFree && text.startsWith(term, start))
        best = { start, end, term: index };
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
  { terms: ["甲乙", "乙丙丁"], text: "甲乙丙丁", found: ["甲乙"] },
  { terms: ["", "字"], text: "字字", found: ["字", "字"] },
])("finds the leftmost, then the longest: $text", ({ terms, text, found }) => {
  const matches = buildTermMatcher(terms).findAll(text);
  expect(matches.map((match) => text.slice(match.start, match.end))).toEqual(found);
});

test.each([
  { terms: ["AI"], text: "用RAID备份", found: [] },
  { terms: ["AI"], text: "用AI备份，AI。", found: ["AI", "AI"] },
  { terms: ["AI", "技术"], text: "AIX技术", found: ["技术"] },
  { terms: ["AI技术", "技术"], text: "RAI技术，AI技术", found: ["技术", "AI技术"] },
  { terms: ["技术AI", "技术"], text: "技术AID", found: ["技术"] },
  { terms: ["5G"], text: "15G、5G网、5GB", found: ["5G"] },
  { terms: ["第1", "１月"], text: "第12、第1号、１１月", found: ["第1"] },
  {
    terms: ["GPT", "iPhone", "Python", "km", "USD", "15"],
    text: "用GPT4写，iPhone15、Python3、100km、100USD",
    found: ["GPT", "iPhone", "15", "Python", "km", "USD"],
  },
  { terms: ["caf"], text: "café", found: [] },
  { terms: ["C++", ".NET"], text: "C++是，用.NET", found: ["C++", ".NET"] },
])("finds no Latin term inside a word: $text", ({ terms, text, found }) => {
  const matches = buildTermMatcher(terms).findAll(text);
  expect(matches.map((match) => text.slice(match.start, match.end))).toEqual(found);
});

/** Few letters make many overlaps; many make nodes with more children than are searched one by one. */
test.each([
  { letters: "甲乙丙", longest: 5, terms: 12 },
  { letters: "甲乙aé12", longest: 4, terms: 12 },
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
