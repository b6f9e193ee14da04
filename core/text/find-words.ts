/** Where words stand in a text: literal, in any case, and alike however their characters are composed (NFC). */
import { changeGraphemes } from "./change-graphemes.ts";

/** UTF-16 offsets into the text as it is. */
export type FoundRange = { readonly start: number; readonly end: number };

/** Text as search compares it. */
export function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** The words as the text writes them, with a little of it on both sides. */
export type Snippet = { readonly before: string; readonly words: string; readonly after: string };

/** The first place of the words, which are folded already, with so many characters around; null when they are not there. */
export function findSnippet(text: string, folded: string, around = 24): Snippet | null {
  const at = fold(text).indexOf(folded);
  if (at < 0) return null;
  // Folding may change lengths by a character or two, which a snippet can bear.
  const plain = text.normalize("NFC");
  const end = at + folded.length;
  const start = Math.max(0, at - around);
  const stop = Math.min(plain.length, end + around);
  return {
    before: `${start > 0 ? "…" : ""}${plain.slice(start, at)}`.toWellFormed(),
    words: plain.slice(at, end),
    after: `${plain.slice(end, stop)}${stop < plain.length ? "…" : ""}`.toWellFormed(),
  };
}

/** Builds a search for these words, spaces around them left out: from left to right, never overlapping. */
export function buildWordFinder(words: string): (text: string) => FoundRange[] {
  const wanted = fold(words.trim());
  if (wanted === "") return () => [];
  return (text) => {
    const folded = text.toLowerCase();
    const isPlain = folded.length === text.length && text.isWellFormed() && text.normalize("NFC") === text;
    return isPlain ? findAll(folded, wanted) : findInGraphemes(text, wanted);
  };
}

function findAll(text: string, wanted: string): FoundRange[] {
  const found: FoundRange[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    found.push({ start: at, end: at + wanted.length });
  }
  return found;
}

/** Where folding changes lengths, each folded unit remembers the character that it came from. */
function findInGraphemes(text: string, wanted: string): FoundRange[] {
  const folded = changeGraphemes(text, fold);
  return findAll(folded.text, wanted).map(({ start, end }) => ({
    start: folded.starts[start] ?? 0,
    end: folded.ends[end - 1] ?? text.length,
  }));
}
