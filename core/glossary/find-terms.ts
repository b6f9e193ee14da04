/** Terms in a text as it is, although terms are kept in NFC and texts as they came. */
import type { TermMatch, TermMatcher } from "./term-matcher.ts";

/** The matcher's matches in the text's NFC form, at their places in the text as it is (UTF-16 offsets). */
export function findTerms(matcher: TermMatcher, text: string): TermMatch[] {
  if (text.normalize("NFC") === text) return matcher.findAll(text);
  const { normal, starts, ends } = normalise(text);
  const found: TermMatch[] = [];
  for (const match of matcher.findAll(normal)) {
    const start = starts[match.start] ?? 0;
    const end = ends[match.end - 1] ?? text.length;
    // Two terms within one character that was recomposed would stand at one place.
    if (start >= (found.at(-1)?.end ?? 0)) found.push({ start, end, term: match.term });
  }
  return found;
}

/** The text in NFC; each of its units knows where the characters that it came from start and end in the text. */
function normalise(text: string): { normal: string; starts: number[]; ends: number[] } {
  let normal = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const piece = segment.normalize("NFC");
    for (let unit = 0; unit < piece.length; unit += 1) {
      const isSame = piece === segment;
      starts.push(isSame ? index + unit : index);
      ends.push(isSame ? index + unit + 1 : index + segment.length);
    }
    normal += piece;
  }
  return { normal, starts, ends };
}
