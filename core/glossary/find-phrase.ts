/** Where an English phrase stands in a text: its words are compared as they are, and never become a pattern. */
import type { FoundRange } from "#core/text/find-words.ts";

/** Where a phrase stands as whole words, in any case; any white space stands for any other. */
export function findPhrase(text: string, phrase: string): FoundRange[] {
  const [first, ...others] = fold(phrase).split(/\s+/).filter(Boolean);
  if (first === undefined) return [];
  const folded = fold(text);
  const found: FoundRange[] = [];
  let start = folded.indexOf(first);
  while (start !== -1) {
    const end = findEnd(folded, start + first.length, others);
    const isFound = end !== null && !isPart(folded, start, end);
    if (isFound) found.push({ start, end });
    start = folded.indexOf(first, isFound ? end : start + 1);
  }
  return found;
}

/** Letters that are another form of one, which has a capital in common with them. */
const otherForms = new Map([
  ["ſ", "s"],
  ["ς", "σ"],
  ["µ", "μ"],
]);

/** In lower case, each unit in its place: of all letters only "İ" would grow. */
function fold(text: string): string {
  const lower = text.replaceAll("İ", "I").toLowerCase();
  return lower.replace(/[ſςµ]/g, (letter) => otherForms.get(letter) ?? letter);
}

/** Where the last of the words ends when each follows behind white space, else null. */
function findEnd(text: string, from: number, words: readonly string[]): number | null {
  let end = from;
  for (const word of words) {
    const start = skipSpace(text, end);
    if (start === end || !text.startsWith(word, start)) return null;
    end = start + word.length;
  }
  return end;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text.charAt(at))) at += 1;
  return at;
}

/** True when a letter or digit touches either end. */
function isPart(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start);
  return /[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(text.slice(end, end + 2));
}
