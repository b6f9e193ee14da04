/** After a crash: stores the parts whose log is ahead of their snapshots, so that lists and counts show the last text. */
import { eq, max } from "drizzle-orm";
import * as Y from "yjs";
import { getDb, schema } from "#db/client.ts";
import { log } from "#server/log.ts";
import { loadPart } from "./load-part.ts";
import type { Collaboration } from "./running.ts";
import { storePart } from "./store-part.ts";

const { partSnapshots, partUpdates } = schema;

/** Works through them one by one, in turns of their own. Parts that somebody has open are left to them. */
export async function settleParts({ hocuspocus }: Collaboration): Promise<void> {
  for (const partId of listUnsettled()) {
    await new Promise((resolve) => setImmediate(resolve));
    if (hocuspocus.documents.has(partId) || hocuspocus.loadingDocuments.has(partId)) continue;
    try {
      storePart(loadPart(partId, new Y.Doc()));
    } catch (error) {
      log.error({ part: partId, err: error }, "a part could not be settled: its log stays as it is");
    }
  }
}

function listUnsettled(): string[] {
  const db = getDb();
  const logged = db
    .select({ partId: partUpdates.partId, last: max(partUpdates.id) })
    .from(partUpdates)
    .groupBy(partUpdates.partId)
    .all();
  return logged.flatMap(({ partId, last }) => {
    const upto = db
      .select({ upto: max(partSnapshots.upto) })
      .from(partSnapshots)
      .where(eq(partSnapshots.partId, partId))
      .get()?.upto;
    return (last ?? 0) > (upto ?? 0) ? [partId] : [];
  });
}
