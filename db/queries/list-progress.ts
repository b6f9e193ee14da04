import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { emptyHash } from "../../core/articles/canonical.ts";
import { type Progress, type SegmentState, segmentStates } from "../../core/articles/states.ts";
import { getDb, schema } from "../client.ts";

/**
 * Segments and source characters by state for each article of a project, counted inside the database from stored
 * hashes and living confirmations. An article without segments has no entry.
 */
export function listProgress(projectId: string): Map<string, Progress> {
  const { confirmations, segments } = schema;
  const db = getDb();
  const living = db
    .select({
      segmentId: confirmations.segmentId,
      sourceHash: confirmations.sourceHash,
      targetHash: confirmations.targetHash,
      isApproved: sql<number>`max(${confirmations.level} = 'approved')`.as("is_approved"),
    })
    .from(confirmations)
    .where(and(eq(confirmations.projectId, projectId), isNull(confirmations.withdrawnAt)))
    .groupBy(confirmations.segmentId, confirmations.sourceHash, confirmations.targetHash)
    .as("living");
  const state: SQL<SegmentState> = sql`CASE WHEN ${segments.targetHash} = ${emptyHash} THEN 'untranslated'
    WHEN ${living.isApproved} = 1 THEN 'approved' WHEN ${living.isApproved} = 0 THEN 'translated' ELSE 'draft' END`;
  const rows = db
    .select({
      articleId: segments.articleId,
      state: state.as("state"),
      segments: sql<number>`count(*)`,
      characters: sql<number>`sum(${segments.sourceLength})`,
    })
    .from(segments)
    .leftJoin(
      living,
      and(
        eq(living.segmentId, segments.id),
        eq(living.sourceHash, segments.sourceHash),
        eq(living.targetHash, segments.targetHash),
      ),
    )
    .where(eq(segments.projectId, projectId))
    .groupBy(segments.articleId, sql`state`)
    .all();
  return sumRows(rows);
}

type Row = { articleId: string; state: SegmentState; segments: number; characters: number };

function sumRows(rows: readonly Row[]): Map<string, Progress> {
  const found = new Map<string, Record<SegmentState, { segments: number; characters: number }>>();
  for (const row of rows) {
    const progress = found.get(row.articleId) ?? buildEmptyProgress();
    progress[row.state] = { segments: row.segments, characters: row.characters };
    found.set(row.articleId, progress);
  }
  return found;
}

/** No segment in any state. */
export function buildEmptyProgress(): Record<SegmentState, { segments: number; characters: number }> {
  const none = { segments: 0, characters: 0 };
  return Object.fromEntries(segmentStates.map((state) => [state, none])) as ReturnType<
    typeof buildEmptyProgress
  >;
}
