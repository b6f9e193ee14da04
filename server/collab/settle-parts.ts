/** After a crash: stores the parts whose log is ahead of their snapshots, so that lists and counts show the last text. */
import { eq, max } from "drizzle-orm";
import * as Y from "yjs";
import { AppError } from "#core/errors.ts";
import { getDb, schema } from "#db/client.ts";
import { log } from "#server/log.ts";
import { loadPart } from "./load-part.ts";
import type { Collaboration } from "./running.ts";
import { storePart } from "./store-part.ts";

const { parts, partSnapshots, partUpdates } = schema;

/** Works through all of them one by one, in turns of their own. Parts that somebody has open are left to them. */
export async function settleParts(
  { parts: open }: Pick<Collaboration, "parts">,
  isStopped: () => boolean,
): Promise<void> {
  const logged = getDb().selectDistinct({ id: partUpdates.partId }).from(partUpdates).all();
  for (const { id } of logged) {
    await new Promise((resolve) => setImmediate(resolve));
    if (isStopped()) return;
    if (!open.has(id)) settlePart(id);
  }
}

/** The parts of one article that are not among the open ones. Throws `storage-full` when one could not be stored. */
export function settleArticle(articleId: string, open: ReadonlyMap<string, unknown>): void {
  const own = getDb().select({ id: parts.id }).from(parts).where(eq(parts.articleId, articleId)).all();
  for (const { id } of own) if (!open.has(id) && !settlePart(id)) throw new AppError("storage-full");
}

/** False when it could not be stored: then its log stays as it is. */
function settlePart(partId: string): boolean {
  try {
    if (isAhead(partId)) storePart(loadPart(partId, new Y.Doc()));
    return true;
  } catch (error) {
    log.error({ part: partId, err: error }, "a part could not be settled: its log stays as it is");
    return false;
  }
}

/** True when the log has rows that no snapshot has. */
function isAhead(partId: string): boolean {
  const db = getDb();
  const last = db
    .select({ id: max(partUpdates.id) })
    .from(partUpdates)
    .where(eq(partUpdates.partId, partId))
    .get()?.id;
  const upto = db
    .select({ upto: max(partSnapshots.upto) })
    .from(partSnapshots)
    .where(eq(partSnapshots.partId, partId))
    .get()?.upto;
  return (last ?? 0) > (upto ?? 0);
}
