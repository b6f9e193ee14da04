/** The mark of a note begins no line: it stays with the end of what it follows. */
import type { Run } from "./run.ts";

const eastAsian = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]`;
const letter = String.raw`(?!${eastAsian})[\p{L}\p{M}\p{N}'’]`;
/** A character of Chinese or a whole word of Latin, with the marks that close it. */
const tail = new RegExp(
  String.raw`(?:${eastAsian}|(?<!${letter})(?:${letter}){1,24})[\p{Pe}\p{Pf}\p{Po}]{0,4}\s?$`,
  "u",
);
/** Marks in a row that stay together: more of them may be wider than a line. */
const rowLimit = 3;

/** Adds the mark of a note, in its row the one after `before` others; `gap` stands between two of them. */
export function addMark(runs: Run[], mark: Run, gap: Run, before: number): void {
  const isHeld = before === 0 ? splitTail(runs) : before < rowLimit;
  if (before > 0) runs.push({ ...gap, isHeld });
  runs.push({ ...mark, isHeld });
}

/** Sets the end of the last text apart, so that it holds a mark; false where nothing can. */
function splitTail(runs: Run[]): boolean {
  const last = runs.at(-1);
  const at = last?.type === "text" ? last.text.search(tail) : -1;
  if (!last || at < 0) return false;
  if (at > 0)
    runs.splice(-1, 1, { ...last, text: last.text.slice(0, at) }, { ...last, text: last.text.slice(at) });
  return true;
}
