/** Where words stand in a text: literal, in either case, NFC. */

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
