import { and, eq, inArray, isNull } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { readLiveTarget } from "#server/collab/read-live.ts";
import { announceChange } from "./announce-change.ts";
import { getSegment } from "./get-article.ts";

export type WithdrawInput = {
  readonly segmentId: string;
  /** Why it is sent back; null when a member merely takes a confirmation back. */
  readonly reason: string | null;
};

/**
 * Withdraws the living confirmations of a segment, so that its text is a draft again and stays one. What makes the text
 * approved today takes the right to approve, as does a reason; who lacks it takes back what translators confirmed, and
 * approvals of earlier texts stay. Throws `invalid-input` when there is nothing to withdraw, `conflict` when another was
 * faster, and as `getSegment`.
 */
export async function withdrawConfirmation(
  member: Member,
  { segmentId, reason }: WithdrawInput,
): Promise<void> {
  const segment = getSegment(member, segmentId, "translate");
  const live = await readLiveTarget(segmentId);
  const { confirmations } = schema;
  const db = getDb();
  const living = db
    .select({
      id: confirmations.id,
      level: confirmations.level,
      targetHash: confirmations.targetHash,
      sourceHash: confirmations.sourceHash,
    })
    .from(confirmations)
    .where(and(eq(confirmations.segmentId, segmentId), isNull(confirmations.withdrawnAt)))
    .all();
  const mayApprove = can(member, "approve", segment);
  const isApproved = living.some(
    ({ level, targetHash, sourceHash }) =>
      level === "approved" && targetHash === live.hash && sourceHash === segment.sourceHash,
  );
  if (!mayApprove && (reason !== null || isApproved)) throw new AppError("forbidden");
  const ids = living.filter(({ level }) => mayApprove || level === "translated").map(({ id }) => id);
  if (ids.length === 0) throw new AppError("invalid-input", { field: "segmentId" });
  write([
    {
      statement: db
        .update(confirmations)
        .set({ withdrawnAt: Date.now(), withdrawnBy: member.id, withdrawnReason: reason })
        .where(and(inArray(confirmations.id, ids), isNull(confirmations.withdrawnAt))),
      rows: ids.length,
    },
  ]);
  announceChange("confirmations", { ...segment, segmentId });
}
