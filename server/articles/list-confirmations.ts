import { asc, eq, sql } from "drizzle-orm";
import type { WorkbenchConfirmation } from "#core/articles/workbench.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema } from "#db/client.ts";
import { getArticle } from "./get-article.ts";

/** All confirmations of an article, oldest first, withdrawn ones too. Throws as `getArticle`. */
export function listConfirmations(member: Member, articleId: string): WorkbenchConfirmation[] {
  getArticle(member, articleId, "read");
  const { confirmations, members } = schema;
  const rows = getDb()
    .select({
      id: confirmations.id,
      segmentId: confirmations.segmentId,
      level: confirmations.level,
      memberId: confirmations.memberId,
      memberName: members.name,
      targetHash: confirmations.targetHash,
      sourceHash: confirmations.sourceHash,
      at: confirmations.at,
      withdrawnAt: confirmations.withdrawnAt,
      withdrawnBy: confirmations.withdrawnBy,
      withdrawnReason: confirmations.withdrawnReason,
    })
    .from(confirmations)
    .innerJoin(members, eq(members.id, confirmations.memberId))
    .where(eq(confirmations.articleId, articleId))
    .orderBy(asc(confirmations.at), sql`${confirmations}.rowid`)
    .all();
  return rows.map((row) => ({ ...row, withdrawn: row.withdrawnAt !== null }));
}
