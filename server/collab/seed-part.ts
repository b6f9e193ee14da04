/** Gives a new part its first text. Once, and on the server: a browser that seeded would duplicate it. */
import { crc32 } from "node:zlib";
import * as Y from "yjs";
import type { Inline } from "#core/articles/inline.ts";
import { getFragment } from "#core/articles/part-text.ts";
import { replaceContent } from "#core/articles/replace-content.ts";
import { AppError } from "#core/errors.ts";
import { getHandle } from "#db/client.ts";
import { loadPart } from "./load-part.ts";
import { findCollaboration } from "./running.ts";
import { storePart } from "./store-part.ts";

export type SeedContent = { readonly segmentId: string; readonly content: readonly Inline[] };

const insertFirstRow = `INSERT INTO part_updates (part_id, project_id, data, checksum, member_id, origin, at)
  SELECT id, project_id, ?, ?, NULL, ?, ? FROM parts
  WHERE id = ? AND NOT EXISTS (SELECT 1 FROM part_updates WHERE part_id = parts.id)
    AND NOT EXISTS (SELECT 1 FROM part_snapshots WHERE part_id = parts.id)`;

/** Seeds a part that nobody has opened yet, and stores its targets. Throws `conflict` when it has a text or is open. */
export async function seedPart(
  partId: string,
  contents: readonly SeedContent[],
  origin: string,
): Promise<void> {
  if (findCollaboration()?.parts.has(partId)) throw new AppError("conflict");
  const data = buildSeed(partId, contents);
  const row = [data, crc32(data), origin, Date.now(), partId];
  // One statement: nobody can come between the question and the row.
  if (getHandle().raw.prepare(insertFirstRow).run(row).changes !== 1) throw new AppError("conflict");
  const doc = new Y.Doc();
  storePart(loadPart(partId, doc));
  doc.destroy();
}

/** The same part and contents give the same bytes, whoever seeds. */
function buildSeed(partId: string, contents: readonly SeedContent[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = crc32(partId);
  doc.transact(() => {
    for (const { segmentId, content } of contents) replaceContent(getFragment(doc, segmentId), content);
  });
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}
