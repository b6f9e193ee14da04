/** Where a title of two lines turns: after one of its own stops, not in the middle of a word. */
import type { Run } from "./run.ts";

/** em of a line of the title, and characters up to which it is set so large. */
const [lineWidth, largeTitle] = [21, 44];
/** Part of a line that neither of the two may be shorter than. */
const leastPart = 0.25;
/** em that a character of Latin takes on average, in bold. */
const latinWidth = 0.58;
/** A comma turns a line as well as a stop does where the lines come closer to each other by so many em. */
const commaCost = 6;
const stop =
  /[？！。；：…—](?![？！。；：…—”’」』）》])|[，”」』）》](?![？！。；：，、”」』）》])|(?<=.)(?=[（《])/gu;

/** The title with the turn that it needs, if any. The turn is for the eye only: no bookmark has it. */
export function turnTitle(runs: readonly Run[], turn: Run): readonly Run[] {
  const [title, ...others] = runs;
  if (!title || others.length > 0 || title.type !== "text" || [...title.text].length > largeTitle)
    return runs;
  const all = measure(title.text);
  if (all <= lineWidth || all > 2 * lineWidth) return runs;
  const turns = [...title.text.matchAll(stop)].flatMap((found) => {
    const at = found.index + found[0].length;
    const [first, second] = [measure(title.text.slice(0, at)), measure(title.text.slice(at))];
    const isFit = Math.max(first, second) <= lineWidth && Math.min(first, second) >= leastPart * lineWidth;
    const cost = Math.abs(first - second) + (found[0] === "，" ? commaCost : 0);
    return isFit ? [{ at, cost }] : [];
  });
  const best = turns.sort((left, right) => left.cost - right.cost)[0];
  if (!best) return runs;
  const [first, second] = [title.text.slice(0, best.at), title.text.slice(best.at)];
  return [{ ...title, text: first.trimEnd() }, turn, { ...title, text: second.trimStart() }];
}

/** em, about: the engine sets a quarter beside Latin, and half of a mark that ends a line. */
function measure(text: string): number {
  const widths = [...text.trim()].map((character) => {
    if (/[\u200b\u2060]/.test(character)) return 0;
    if (character === " ") return 0.25;
    return /[\u2e80-\u{3ffff}…—“”‘’]/u.test(character) ? 1 : latinWidth;
  });
  return widths.reduce((sum, width) => sum + width, /[？！。；：，”」』）》]$/.test(text) ? -0.5 : 0);
}
