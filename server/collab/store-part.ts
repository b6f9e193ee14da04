/** Writes what changed in a part: snapshot, trimmed log, targets and their versions, in one transaction. */
import { crc32 } from "node:zlib";
import { and, eq, isNull, lte, notInArray } from "drizzle-orm";
import * as Y from "yjs";
import { buildCanonical, hashContent } from "#core/articles/canonical.ts";
import { type Inline, renderPlainText } from "#core/articles/inline.ts";
import { getFragment, readTarget } from "#core/articles/part-text.ts";
import { getDb, type Statement, schema, write } from "#db/client.ts";
import { isUnstored, type Part } from "./part.ts";

const { articles, partSnapshots, partUpdates, segments, segmentVersions } = schema;

type Change = {
  readonly segmentId: string;
  readonly content: readonly Inline[];
  readonly hash: string;
  readonly valid: boolean;
  readonly authors: readonly string[];
};

/** Stores a part if anything is new. Throws `storage-full` and what the database throws; then nothing has changed. */
export function storePart(part: Part, now = Date.now()): void {
  if (!isUnstored(part)) return;
  const at = Math.max(now, part.storedAt + 1);
  const changes = listChanges(part);
  const data = Buffer.from(Y.encodeStateAsUpdate(part.doc));
  write([
    ...buildSnapshot(part, data, at),
    ...changes.flatMap((change) => buildVersion(part, change, at)),
    ...(changes.length > 0 ? [buildArticleChange(part, at)] : []),
  ]);
  for (const { segmentId, hash, valid } of changes) part.stored.set(segmentId, { hash, valid });
  part.changed.clear();
  part.storedUpto = part.upto;
  part.storedAt = at;
  part.bytes = data.length;
}

function listChanges(part: Part): Change[] {
  const changes: Change[] = [];
  for (const [segmentId, writers] of part.changed) {
    const { content, valid } = readTarget(getFragment(part.doc, segmentId));
    const hash = hashContent(content);
    const stored = part.stored.get(segmentId);
    if (stored?.hash === hash && stored.valid === valid) continue;
    changes.push({ segmentId, content: buildCanonical(content), hash, valid, authors: [...writers] });
  }
  return changes;
}

/**
 * The new snapshot and the one before it stay, and the log from the older one on: should the newest be damaged, the
 * older one and the log give the same text.
 */
function buildSnapshot(part: Part, data: Buffer, at: number): Statement[] {
  const db = getDb();
  const row = {
    partId: part.id,
    upto: part.upto,
    projectId: part.projectId,
    data,
    checksum: crc32(data),
    at,
  };
  const { upto: _upto, partId: _partId, ...contents } = row;
  return [
    db
      .insert(partSnapshots)
      .values(row)
      .onConflictDoUpdate({ target: [partSnapshots.partId, partSnapshots.upto], set: contents }),
    db
      .delete(partSnapshots)
      .where(
        and(eq(partSnapshots.partId, part.id), notInArray(partSnapshots.upto, [part.upto, part.storedUpto])),
      ),
    db.delete(partUpdates).where(and(eq(partUpdates.partId, part.id), lte(partUpdates.id, part.storedUpto))),
  ];
}

function buildVersion(part: Part, change: Change, at: number): Statement[] {
  const db = getDb();
  const { segmentId, content, hash, valid, authors } = change;
  const text = renderPlainText(content);
  const current = and(eq(segmentVersions.segmentId, segmentId), isNull(segmentVersions.until));
  return [
    db
      .update(segments)
      .set({ target: content, targetText: text, targetHash: hash, targetValid: valid, targetChangedAt: at })
      .where(eq(segments.id, segmentId)),
    db.update(segmentVersions).set({ until: at }).where(current),
    db
      .insert(segmentVersions)
      .values({ segmentId, from: at, projectId: part.projectId, until: null, content, text, hash, authors }),
  ];
}

function buildArticleChange(part: Part, at: number): Statement {
  return getDb().update(articles).set({ changedAt: at }).where(eq(articles.id, part.articleId));
}
