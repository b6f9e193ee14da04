/**
 * The state of a segment follows from its text and its confirmations; nothing resets it.
 * An edit ends a confirmation because the hashes part; a text that returns has it back.
 */

export const segmentStates = ["untranslated", "draft", "translated", "approved"] as const;
export type SegmentState = (typeof segmentStates)[number];

export const confirmationLevels = ["translated", "approved"] as const;
export type ConfirmationLevel = (typeof confirmationLevels)[number];

/** UTF-16 units of a reason for sending back, at the most. */
export const reasonCharacterLimit = 2000;

export type Confirmation = {
  readonly level: ConfirmationLevel;
  readonly memberId: string;
  readonly targetHash: string;
  readonly sourceHash: string;
  readonly withdrawn: boolean;
};

/** The strongest confirmation, not withdrawn, whose hashes equal the current text; null when there is none. */
export function findConfirmation<Given extends Confirmation>(
  confirmations: readonly Given[],
  sourceHash: string,
  targetHash: string,
): Given | null {
  const valid = confirmations.filter(
    (each) => !each.withdrawn && each.sourceHash === sourceHash && each.targetHash === targetHash,
  );
  return valid.findLast((each) => each.level === "approved") ?? valid.at(-1) ?? null;
}

/** The state of a segment; `isEmpty` is `isEmptyContent(target)`. */
export function getSegmentState(
  isEmpty: boolean,
  confirmations: readonly Confirmation[],
  sourceHash: string,
  targetHash: string,
): SegmentState {
  if (isEmpty) return "untranslated";
  return findConfirmation(confirmations, sourceHash, targetHash)?.level ?? "draft";
}

/** Segments and source characters by state. They add up to all. */
export type Progress = {
  readonly [State in SegmentState]: { readonly segments: number; readonly characters: number };
};

/** Whole per cent of translated + approved by source characters, rounded down, so that 100 means all. */
export function getProgressPercent(progress: Progress): number {
  const total = segmentStates.reduce((sum, state) => sum + progress[state].characters, 0);
  if (total === 0) return 0;
  return Math.floor((100 * (progress.translated.characters + progress.approved.characters)) / total);
}
