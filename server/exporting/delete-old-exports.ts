import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { inArray, lt } from "drizzle-orm";
import { getDb, schema, write } from "#db/client.ts";

/** Milliseconds that a finished file and its job are kept. */
const keepTime = 7 * 24 * 3600 * 1000;

/** Deletes jobs after a week, and in the folder every file that is of no job which has or makes one. */
export async function deleteOldExports(folder: string, now = Date.now()): Promise<void> {
  const { jobs } = schema;
  write([
    getDb()
      .delete(jobs)
      .where(lt(jobs.createdAt, now - keepTime)),
  ]);
  // First the files: a job that begins meanwhile has its row before its file.
  const names = await readdir(folder);
  const rows = getDb()
    .select({ id: jobs.id })
    .from(jobs)
    .where(inArray(jobs.state, ["done", "waiting", "running"]))
    .all();
  const kept = new Set(rows.flatMap(({ id }) => [`${id}.pdf`, `${id}.pdf.part`]));
  const left = names.filter((name) => !kept.has(name));
  await Promise.all(left.map((name) => rm(path.join(folder, name), { force: true })));
}
