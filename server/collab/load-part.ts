/** Brings a part's doc into memory: the newest good snapshot, then every later row of the log. */
import { crc32 } from "node:zlib";
import { and, asc, desc, eq, gt } from "drizzle-orm";
import * as Y from "yjs";
import { AppError } from "#core/errors.ts";
import { getDb, schema } from "#db/client.ts";
import { log } from "#server/log.ts";
import { applyLogged, createPart, type Part, watchPart } from "./part.ts";

const { parts, partSnapshots, partUpdates, segments } = schema;

/** Loads a part into an empty doc. Damaged rows are skipped with an alarm; an unknown part is `not-found`. */
export function loadPart(partId: string, doc: Y.Doc): Part {
  const row = getDb()
    .select({ id: parts.id, projectId: parts.projectId, articleId: parts.articleId })
    .from(parts)
    .where(eq(parts.id, partId))
    .get();
  if (!row) throw new AppError("not-found");
  const part = createPart(row, doc, readStored(partId));
  applySnapshot(part);
  watchPart(part);
  replayLog(part);
  return part;
}

function readStored(partId: string): Part["stored"] {
  const rows = getDb()
    .select({ id: segments.id, hash: segments.targetHash, valid: segments.targetValid })
    .from(segments)
    .where(eq(segments.partId, partId))
    .all();
  return new Map(rows.map(({ id, hash, valid }) => [id, { hash, valid }]));
}

function applySnapshot(part: Part): void {
  const snapshots = getDb()
    .select()
    .from(partSnapshots)
    .where(eq(partSnapshots.partId, part.id))
    .orderBy(desc(partSnapshots.upto))
    .all();
  for (const { data, checksum, upto, at } of snapshots) {
    if (crc32(data) !== checksum) {
      log.fatal({ part: part.id, upto }, "a snapshot is damaged: an older one and the log are used");
      continue;
    }
    Y.applyUpdate(part.doc, data);
    part.upto = upto;
    part.storedUpto = upto;
    part.storedAt = at;
    part.bytes = data.length;
    return;
  }
}

function replayLog(part: Part): void {
  const rows = getDb()
    .select({
      id: partUpdates.id,
      data: partUpdates.data,
      checksum: partUpdates.checksum,
      memberId: partUpdates.memberId,
    })
    .from(partUpdates)
    .where(and(eq(partUpdates.partId, part.id), gt(partUpdates.id, part.upto)))
    .orderBy(asc(partUpdates.id))
    .all();
  for (const { id, data, checksum, memberId } of rows) {
    try {
      if (crc32(data) !== checksum) throw new Error("wrong checksum");
      applyLogged(part, data, memberId, { source: "replay" });
      part.bytes += data.length;
    } catch (error) {
      log.fatal({ part: part.id, row: id, err: error }, "a row of the log is damaged: it is skipped");
    }
    part.upto = id;
  }
}
