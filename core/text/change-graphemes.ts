const segmenter = new Intl.Segmenter();

/** A text after a change. Each of its units knows where the character that it came from starts and ends in the text before. */
export type ChangedText = {
  readonly text: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
};

/** Changes a text character by character (as people count them), however many units each becomes. Offsets are in UTF-16 units. */
export function changeGraphemes(text: string, change: (grapheme: string) => string): ChangedText {
  let changed = "";
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { segment, index } of segmenter.segment(text)) {
    const piece = change(segment);
    // What did not change keeps its places, so that a part of a character is found as it is elsewhere.
    const isSame = piece === segment;
    for (let unit = 0; unit < piece.length; unit += 1) {
      starts.push(isSame ? index + unit : index);
      ends.push(isSame ? index + unit + 1 : index + segment.length);
    }
    changed += piece;
  }
  return { text: changed, starts, ends };
}
