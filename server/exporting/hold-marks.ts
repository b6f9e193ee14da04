/** The mark of a note begins no line: it stays with the end of what it follows. */
import type { Run } from "./run.ts";

const eastAsian = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const letter = String.raw`(?!${eastAsian})[\p{L}\p{M}\p{N}'’]`;
/**
 * A character of Chinese or a whole word of Latin, with the marks that close it. Where the two meet both are taken: the
 * engine sets the space between them only inside of one text.
 */
const tail = new RegExp(
  String.raw`(?:${eastAsian}?(?<!${letter})(?:${letter}){1,24}${eastAsian}?|${eastAsian})[\p{Pe}\p{Pf}\p{Po}]{0,4}\s?$`,
  "u",
);
/** Letters and marks that an em surely has room for. */
const lettersPerEm = 1.7;
/** Marks in a row that stay together: more of them may be wider than a line. */
const rowLimit = 3;

/** Adds the mark of a note, in its row the one after `before` others; `gap` stands between two, `width` em is the line. */
export function addMark(runs: Run[], mark: Run, gap: Run, before: number, width: number): void {
  const isHeld = before === 0 ? splitTail(runs, lettersPerEm * width) : before < rowLimit;
  if (before > 0) runs.push({ ...gap, isHeld });
  runs.push({ ...mark, isHeld });
}

/** Sets the end of the last text apart, so that it holds a mark; false where nothing can. */
function splitTail(runs: Run[], limit: number): boolean {
  const last = runs.at(-1);
  const at = last?.type === "text" ? last.text.search(tail) : -1;
  if (!last || at < 0 || last.text.length - at > limit) return false;
  if (at > 0)
    runs.splice(-1, 1, { ...last, text: last.text.slice(0, at) }, { ...last, text: last.text.slice(at) });
  return true;
}
