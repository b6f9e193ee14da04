/** Words in a text: in any case, and alike however their characters are composed (NFC). */

/** UTF-16 offsets into the text as it is. */
export type FoundRange = { readonly start: number; readonly end: number };

/** A side of a segment that holds the words, as the server knows it. */
export type SegmentHit = {
  readonly segmentId: string;
  readonly number: number;
  readonly side: "source" | "target";
  /** The words with a little text on both sides. */
  readonly snippet: string;
};

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

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
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
  let folded = "";
  const origins: FoundRange[] = [];
  for (const { segment, index } of new Intl.Segmenter().segment(text)) {
    const piece = fold(segment);
    const origin = { start: index, end: index + segment.length };
    for (let unit = 0; unit < piece.length; unit += 1) origins.push(origin);
    folded += piece;
  }
  return findAll(folded, wanted).map(({ start, end }) => ({
    start: origins[start]?.start ?? 0,
    end: origins[end - 1]?.end ?? text.length,
  }));
}
