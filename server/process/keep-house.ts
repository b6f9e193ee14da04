/** What is cleared away by itself: at the start, and once a day while the server runs. */
import path from "node:path";
import { trashTime } from "#core/articles/library.ts";
import { removeBefore } from "#db/migrate.ts";
import { purgeTrash } from "#server/articles/purge-articles.ts";
import { deleteOldExports } from "#server/exporting/delete-old-exports.ts";
import { deleteExpiredUploads } from "#server/importing/staging.ts";
import { log } from "#server/log.ts";
import { deleteExpiredSessions } from "#server/people/session.ts";

const day = 24 * 3600 * 1000;

/** Deletes what has lain in the trash, or beside the database, for its time, then the files that nothing names any more. A failure is logged. */
export async function keepHouse(data: string, now = Date.now()): Promise<void> {
  await attempt("the purge of the trash", () => purgeTrash(now));
  await attempt("the deletion of the database before the last migration", () =>
    removeBefore(data, now - trashTime),
  );
  await attempt("the deletion of old exports", () => deleteOldExports(path.join(data, "exports"), now));
  await attempt("the deletion of old uploads", () => deleteExpiredUploads(now));
  await attempt("the deletion of expired sessions", () => deleteExpiredSessions(now));
}

/** Keeps house each day from tomorrow on; the timer alone keeps no process alive. */
export function keepHouseDaily(data: string): void {
  setInterval(() => void keepHouse(data), day).unref();
}

/** Runs what the server can do without, as on a full disk: its failure is logged, and the server goes on. */
export async function attempt(what: string, run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    log.error({ err: error }, `${what} failed`);
  }
}
