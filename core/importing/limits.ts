/** How much one import may hold. Past a limit the file is refused, with the limit and the number found. */
import { articleSegmentLimit, segmentCharacterLimit } from "../articles/blocks.ts";
import { AppError } from "../errors.ts";

export const importLimits = {
  /** Bytes of a file, or UTF-16 units of pasted content. */
  bytes: 10 * 1024 * 1024,
  /** Elements open at once. Browsers stop at 512. */
  depth: 256,
  /** Elements and pieces of text. */
  nodes: 200_000,
  /** Characters of one segment. */
  characters: segmentCharacterLimit,
  formulas: 2_000,
  segments: articleSegmentLimit,
} as const;

export type ImportLimit = keyof typeof importLimits;

/** Throws AppError `too-large` {what, limit, value} when the value is past the limit. */
export function checkLimit(what: ImportLimit, value: number): void {
  const limit = importLimits[what];
  if (value > limit) throw new AppError("too-large", { what, limit, value });
}
