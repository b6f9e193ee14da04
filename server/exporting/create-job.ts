import { and, count, eq, inArray } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import type { ExportJob } from "#core/exporting/job.ts";
import type { ExportOptions } from "#core/exporting/options.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { getArticle } from "#server/articles/get-article.ts";
import { createId } from "#server/create-id.ts";
import { getJob } from "./get-job.ts";
import { getExporter } from "./running.ts";

const { jobs } = schema;
/** Jobs of one member that may wait or run at a time. */
const activeLimit = 3;

/** Begins an export and returns its job at once. Throws as `getArticle`; `too-many-requests` beyond three at a time. */
export function createJob(member: Member, articleId: string, options: ExportOptions): ExportJob {
  const { projectId } = getArticle(member, articleId, "export");
  if (countActive(member) >= activeLimit) throw new AppError("too-many-requests");
  const id = createId();
  const start = { state: "waiting", stage: "waiting", notices: [], createdAt: Date.now() } as const;
  write([
    getDb()
      .insert(jobs)
      .values({ id, projectId, articleId, memberId: member.id, options, ...start }),
  ]);
  getExporter().start(member, { jobId: id, articleId, options });
  return getJob(member, id);
}

function countActive(member: Member): number {
  const row = getDb()
    .select({ active: count() })
    .from(jobs)
    .where(and(eq(jobs.memberId, member.id), inArray(jobs.state, ["waiting", "running"])))
    .get();
  return row?.active ?? 0;
}
