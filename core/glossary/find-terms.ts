/** Terms in a text as it is, although terms are kept in NFC and texts as they came. */
import { changeGraphemes } from "#core/text/change-graphemes.ts";
import type { TermMatch, TermMatcher } from "./term-matcher.ts";

/** The matcher's matches in the text's NFC form, at their places in the text as it is (UTF-16 offsets). */
export function findTerms(matcher: TermMatcher, text: string): TermMatch[] {
  if (text.normalize("NFC") === text) return matcher.findAll(text);
  const { text: normal, starts, ends } = changeGraphemes(text, (grapheme) => grapheme.normalize("NFC"));
  const found: TermMatch[] = [];
  for (const match of matcher.findAll(normal)) {
    const start = starts[match.start] ?? 0;
    const end = ends[match.end - 1] ?? text.length;
    // Two terms within one character that was recomposed would stand at one place.
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end, term: match.term });
  }
  return found;
}
