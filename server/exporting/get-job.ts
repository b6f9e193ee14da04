/** Reads of jobs. A job belongs to the member who asked for it: to others it does not exist. */
import { and, desc, eq } from "drizzle-orm";
import { AppError, type ErrorCode } from "#core/errors.ts";
import type { ExportJob } from "#core/exporting/job.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getDb, schema } from "#db/client.ts";
import { getArticle } from "#server/articles/get-article.ts";

const { jobs } = schema;
type JobRow = typeof jobs.$inferSelect;

/** Throws `not-found`, and `forbidden` when the role no longer allows exports. */
export function getJob(member: Member, jobId: string): ExportJob {
  const row = getDb()
    .select()
    .from(jobs)
    .where(and(eq(jobs.id, jobId), eq(jobs.memberId, member.id)))
    .get();
  if (!row) throw new AppError("not-found");
  if (!can(member, "export", row)) throw new AppError("forbidden");
  return renderJob(row);
}

/** The member's latest job of an article, null when there is none. Throws as `getArticle`. */
export function findLatestJob(member: Member, articleId: string): ExportJob | null {
  getArticle(member, articleId, "export");
  const row = getDb()
    .select()
    .from(jobs)
    .where(and(eq(jobs.articleId, articleId), eq(jobs.memberId, member.id)))
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(1)
    .get();
  return row ? renderJob(row) : null;
}

function renderJob(row: JobRow): ExportJob {
  const { id, articleId, state, stage, fileName, fileBytes, pages, notices } = row;
  const code: ErrorCode | "unexpected" = row.errorCode ?? "unexpected";
  const error = state === "failed" ? { code, details: row.errorDetails ?? {} } : null;
  const elapsed = (row.endedAt ?? Date.now()) - row.createdAt;
  return { id, articleId, state, stage, elapsed, fileName, fileBytes, pages, notices, error };
}
