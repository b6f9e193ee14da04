/** Removes for good what has lain in the trash for 30 days, and what an interrupted import left half written. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { and, eq, inArray, isNotNull, isNull, lt } from "drizzle-orm";
import { trashTime } from "#core/articles/library.ts";
import { getDb, schema, write } from "#db/client.ts";
import { closeArticle } from "#server/collab/close-article.ts";
import { announceChange } from "./announce-change.ts";

/** Segments removed in one write, so that none holds the lock for long. */
const step = 200;

/** Deletes what an interrupted import, or an interrupted purge, left half. Only at start, before any import. */
export async function deleteUnfinished(): Promise<void> {
  const { articles } = schema;
  const half = getDb().select({ id: articles.id }).from(articles).where(isNull(articles.readyAt)).all();
  for (const { id } of half) await deleteArticle(id);
}

/** Deletes what has lain in the trash for its time. One that is still in use is left to the next time. */
export async function purgeTrash(now = Date.now()): Promise<void> {
  const { articles } = schema;
  const db = getDb();
  const isOver = and(isNotNull(articles.readyAt), lt(articles.trashedAt, now - trashTime));
  const columns = { id: articles.id, projectId: articles.projectId };
  for (const { id, projectId } of db.select(columns).from(articles).where(isOver).all()) {
    if (!(await closeArticle(id))) continue;
    // Somebody may have taken it out of the trash meanwhile.
    const isStill = and(eq(articles.id, id), isOver);
    if (!db.select({ id: articles.id }).from(articles).where(isStill).get()) continue;
    // From here on nobody can: it is no longer whole.
    write([db.update(articles).set({ readyAt: null }).where(eq(articles.id, id))]);
    announceChange("library", { projectId, articleId: id });
    await deleteArticle(id);
  }
}

/** Deletes an article with all that hangs on it, in small writes. */
export async function deleteArticle(articleId: string): Promise<void> {
  const { articles, jobs, originals, readingPositions } = schema;
  const db = getDb();
  write([
    db.delete(jobs).where(eq(jobs.articleId, articleId)),
    db.delete(readingPositions).where(eq(readingPositions.articleId, articleId)),
    db.delete(originals).where(eq(originals.articleId, articleId)),
  ]);
  await deleteSegments(articleId);
  deleteParts(articleId);
  write([db.delete(articles).where(eq(articles.id, articleId))]);
}

async function deleteSegments(articleId: string): Promise<void> {
  const { confirmations, segments, segmentVersions } = schema;
  const db = getDb();
  for (;;) {
    const rows = db
      .select({ id: segments.id })
      .from(segments)
      .where(eq(segments.articleId, articleId))
      .limit(step)
      .all();
    if (rows.length === 0) return;
    const ids = rows.map((row) => row.id);
    write([
      db.delete(confirmations).where(inArray(confirmations.segmentId, ids)),
      db.delete(segmentVersions).where(inArray(segmentVersions.segmentId, ids)),
      db.delete(segments).where(inArray(segments.id, ids)),
    ]);
    await nextTurn();
  }
}

function deleteParts(articleId: string): void {
  const { parts, partSnapshots, partUpdates } = schema;
  const db = getDb();
  for (const { id } of db.select().from(parts).where(eq(parts.articleId, articleId)).all()) {
    write([
      db.delete(partUpdates).where(eq(partUpdates.partId, id)),
      db.delete(partSnapshots).where(eq(partSnapshots.partId, id)),
      db.delete(parts).where(eq(parts.id, id)),
    ]);
  }
}
