/** Where a wide formula stands among the words of a line: at its beginning, with the brackets around it. */
import type { Inline } from "#core/articles/inline.ts";
import type { Run } from "./run.ts";

/** em from which a formula seldom fits on the line that it is written in. */
const wideFormula = 14;
const opening = /[\p{Ps}\p{Pi}]+$/u;
const closing = /^[\p{Pe}\p{Pf}]+/u;

/** A formula in more brackets than these goes over the edge with the others. */
const bracketLimit = 2;

/** em that the brackets take which no line parts from the formula at `index`. */
export function measureBrackets(items: readonly Inline[], index: number): number {
  const read = (at: number) => {
    const item = items[at];
    return item?.type === "text" ? item.text : "";
  };
  const brackets = [opening.exec(read(index - 1)), closing.exec(read(index + 1))];
  return Math.min(
    bracketLimit,
    brackets.reduce((sum, found) => sum + (found?.[0].length ?? 0), 0),
  );
}

/**
 * Adds the rows of a formula. Before a wide one the line ends: it would be stretched over the room that the formula
 * leaves.
 */
export function addFormula(runs: Run[], rows: readonly Run[], lineBreak: Run): void {
  const isWide = rows.length > 1 || (rows[0]?.formula?.width ?? 0) > wideFormula;
  if (isWide) endLine(runs, lineBreak);
  runs.push(...rows.flatMap((row, index) => (index === 0 ? [row] : [lineBreak, row])));
}

/** The brackets that open at the end go to the next line. */
function endLine(runs: Run[], lineBreak: Run): void {
  const last = runs.at(-1);
  const isWords = last?.type === "text" && !last.marks.includes("code");
  const [brackets = ""] = (isWords && opening.exec(last.text)) || [];
  const words = last?.text.slice(0, last.text.length - brackets.length) ?? "";
  if (!last || last.type === "break" || (runs.length === 1 && brackets !== "" && words === "")) return;
  if (brackets === "") runs.push(lineBreak);
  else runs.splice(-1, 1, { ...last, text: words }, lineBreak, { ...last, text: brackets });
}

/** The runs with the space of Chinese beside Latin where the engine sees none: beside a picture, and beside a mark of code. */
export function spaceLatin(runs: readonly Run[], gap: Run): Run[] {
  return runs.flatMap((run, index) => {
    const before = runs[index - 1];
    if (!before || run.isHeld) return [run];
    const isAfter = isWords(before, /\p{Script=Han}$/u) && isForeign(run, /^[\p{L}\p{N}]/u);
    const isBefore = isForeign(before, /[\p{L}\p{N}]$/u) && isWords(run, /^\p{Script=Han}/u);
    return isAfter || isBefore ? [gap, run] : [run];
  });
}

const isCode = (run: Run) => run.type === "text" && run.marks.includes("code");
const isWords = (run: Run, pattern: RegExp) => run.type === "text" && !isCode(run) && pattern.test(run.text);
/** `seen` is what the engine sets the space beside by itself. */
const isForeign = (run: Run, seen: RegExp) =>
  run.type === "formula" || (isCode(run) && !seen.test(run.text) && !/\p{Script=Han}/u.test(run.text));
