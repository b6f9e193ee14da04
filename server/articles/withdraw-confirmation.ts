import { and, desc, eq, inArray, isNull } from "drizzle-orm";
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
 * approvals of earlier texts stay. Who has sent it back may still put the reason better, as long as nobody else did
 * anything about it. Throws `invalid-input` when there is nothing to withdraw, `conflict` when another was
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
  const withdrawn = living.filter(({ level }) => mayApprove || level === "translated").map(({ id }) => id);
  const isAgain = living.length === 0 && reason !== null;
  const ids = isAgain ? listSentBack(segmentId, member.id) : withdrawn;
  if (ids.length === 0) throw new AppError("invalid-input", { field: "segmentId" });
  write([
    {
      statement: db
        .update(confirmations)
        .set({ withdrawnAt: Date.now(), withdrawnBy: member.id, withdrawnReason: reason })
        .where(
          and(
            inArray(confirmations.id, ids),
            isAgain ? eq(confirmations.withdrawnBy, member.id) : isNull(confirmations.withdrawnAt),
          ),
        ),
      rows: ids.length,
    },
  ]);
  announceChange("confirmations", { ...segment, segmentId });
}

/** The confirmations that were withdrawn last, if it was this member who sent the segment back then. */
function listSentBack(segmentId: string, memberId: string): string[] {
  const { confirmations } = schema;
  const rows = getDb()
    .select({
      id: confirmations.id,
      at: confirmations.withdrawnAt,
      by: confirmations.withdrawnBy,
      reason: confirmations.withdrawnReason,
    })
    .from(confirmations)
    .where(eq(confirmations.segmentId, segmentId))
    .orderBy(desc(confirmations.withdrawnAt))
    .all();
  const [last] = rows;
  if (last?.by !== memberId || last.reason === null) return [];
  return rows.filter(({ at }) => at === last.at).map(({ id }) => id);
}
