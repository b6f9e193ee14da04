/**
 * What a reader left out or repaired, by code and count. The sentences here are the English ones of
 * `messages/en/importing-warnings.json`, for the command line; a test keeps both alike.
 */
import type { ImportWarning } from "./parsed-article.ts";

/** [for one, for several]; `#` is the count. In the order in which people read them. */
export const warningSentences = {
  truncated: ["The file seems to be cut off: its end is missing.", null],
  "more-answers": [
    "The file holds one more answer after the first; only the first was read.",
    "The file holds # more answers after the first; only the first was read.",
  ],
  "damaged-characters": [
    "One damaged character was replaced by �.",
    "# damaged characters were replaced by �.",
  ],
  "utf16-decoded": ["The file is written in UTF-16, not UTF-8; it was converted.", null],
  "ad-dropped": ["One advertisement card was removed.", "# advertisement cards were removed."],
  "element-dropped": [
    "One element that cannot be kept (script, drawing, embedded page or the like) was removed.",
    "# elements that cannot be kept (scripts, drawings, embedded pages or the like) were removed.",
  ],
  "element-unknown": [
    "One unknown element was read as plain text.",
    "# unknown elements were read as plain text.",
  ],
  "link-refused": [
    "One link was dropped because its address is not a plain web address; its text is kept.",
    "# links were dropped because their addresses are not plain web addresses; their texts are kept.",
  ],
  "image-address-refused": [
    "One image has no usable address; its place is kept.",
    "# images have no usable address; their places are kept.",
  ],
  "source-address-refused": ["The address in the header is not a plain web address and was left out.", null],
  "id-repaired": [
    "The answer’s number in the header was negative (an overflow in the saving program) and was repaired.",
    null,
  ],
  "answer-id-missing": ["The address in the header lacks the number of the answer or article.", null],
  "date-unreadable": ["The date in the header could not be read.", null],
  "votes-unreadable": ["The number of votes in the header could not be read.", null],
  "meta-repeated": [
    "One header field is given twice; the first value counts.",
    "# header fields are given again; the first values count.",
  ],
  "duplicate-pid": [
    "One paragraph repeats the mark of an earlier one; the repeated mark was left out.",
    "# paragraphs repeat the marks of earlier ones; the repeated marks were left out.",
  ],
  "pid-refused": [
    "One paragraph mark has an impossible form and was left out.",
    "# paragraph marks have an impossible form and were left out.",
  ],
  "footnote-renumbered": [
    "One footnote shared its number with another and was renumbered.",
    "# footnotes shared their numbers with others and were renumbered.",
  ],
  "code-from-table": [
    "One table that only held program code was read as code.",
    "# tables that only held program code were read as code.",
  ],
  "invisible-removed": ["One invisible character was removed.", "# invisible characters were removed."],
  "direction-removed": [
    "One character that reverses the direction of writing was removed.",
    "# characters that reverse the direction of writing were removed.",
  ],
  "control-removed": ["One control character was removed.", "# control characters were removed."],
  "surrogate-replaced": [
    "One broken half of a character was replaced by �.",
    "# broken halves of characters were replaced by �.",
  ],
} as const satisfies Record<string, readonly [one: string, several: string | null]>;

export type WarningCode = keyof typeof warningSentences;

// Object.keys is typed as string[]; the object is constant and has no other keys.
export const warningCodes = Object.keys(warningSentences) as WarningCode[];

/** Counts warnings while a file is read. */
export class WarningLog {
  readonly #counts = new Map<WarningCode, number>();

  add(code: WarningCode, count = 1): void {
    if (count > 0) this.#counts.set(code, (this.#counts.get(code) ?? 0) + count);
  }

  /** The warnings in the order of the table, each once, with its count. */
  list(): ImportWarning[] {
    return warningCodes.flatMap((code) => {
      const count = this.#counts.get(code);
      return count === undefined ? [] : [{ code, text: renderSentence(code, count), count }];
    });
  }
}

function renderSentence(code: WarningCode, count: number): string {
  const [one, several] = warningSentences[code];
  return count === 1 ? one : (several ?? one).replace("#", String(count));
}
