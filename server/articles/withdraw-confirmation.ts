import { and, eq, inArray, isNull } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { announceChange } from "./announce-change.ts";
import { getSegment } from "./get-article.ts";

export type WithdrawInput = {
  readonly segmentId: string;
  /** Why it is sent back; null when a member merely takes a confirmation back. */
  readonly reason: string | null;
};

/**
 * Withdraws every living confirmation of a segment, so that its text is a draft again and stays one. An approval takes
 * the right to approve; a translator takes back what translators confirmed. Throws `invalid-input` when there is nothing
 * to withdraw, `conflict` when another was faster, and as `getSegment`.
 */
export function withdrawConfirmation(member: Member, { segmentId, reason }: WithdrawInput): void {
  const segment = getSegment(member, segmentId, "translate");
  const { confirmations } = schema;
  const db = getDb();
  const living = db
    .select({ id: confirmations.id, level: confirmations.level })
    .from(confirmations)
    .where(and(eq(confirmations.segmentId, segmentId), isNull(confirmations.withdrawnAt)))
    .all();
  if (living.length === 0) throw new AppError("invalid-input", { field: "segmentId" });
  const needsApprover = reason !== null || living.some((each) => each.level === "approved");
  if (needsApprover && !can(member, "approve", segment)) throw new AppError("forbidden");
  const ids = living.map((each) => each.id);
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
