/** A part whose Y.Doc is in memory: what its log and its snapshots hold of it, and what has changed since the last store. */
import * as Y from "yjs";
import { getFragment } from "#core/articles/part-text.ts";

export type StoredTarget = { readonly hash: string; readonly valid: boolean };

export type Part = {
  readonly id: string;
  readonly projectId: string;
  readonly articleId: string;
  readonly doc: Y.Doc;
  /** Highest log id that the doc holds. Every lower one is in it too: rows are applied in the order of their ids. */
  upto: number;
  /** `upto` of the newest good snapshot, 0 when there is none. */
  storedUpto: number;
  /** Time of the last version row, so that the next one is later. */
  storedAt: number;
  /** Bytes of the last snapshot and of what was logged since. */
  bytes: number;
  /** Updates that wait for their commit. */
  waiting: number;
  /** Who wrote what is being applied right now; null for the server. */
  writer: string | null;
  /** What the database holds of each segment's target. */
  readonly stored: Map<string, StoredTarget>;
  /** Segments changed since the last store, with the members who changed them. */
  readonly changed: Map<string, Set<string>>;
};

/** A part with an empty doc; `watchPart` makes it note changes once the snapshot is in. */
export function createPart(
  row: { readonly id: string; readonly projectId: string; readonly articleId: string },
  doc: Y.Doc,
  stored: Map<string, StoredTarget>,
): Part {
  return {
    ...row,
    doc,
    upto: 0,
    storedUpto: 0,
    storedAt: 0,
    bytes: 0,
    waiting: 0,
    writer: null,
    stored,
    changed: new Map(),
  };
}

/** Notes from now on which segments change and by whom. Roots that are no segment of the part are never looked at. */
export function watchPart(part: Part): void {
  const owners = new Map<unknown, string>();
  for (const segmentId of part.stored.keys()) owners.set(getFragment(part.doc, segmentId), segmentId);
  part.doc.on("afterTransaction", (transaction: Y.Transaction) => {
    for (const type of transaction.changed.keys()) {
      const segmentId = owners.get(findRoot(type));
      if (segmentId !== undefined) noteChange(part, segmentId);
    }
  });
}

function findRoot(type: { readonly parent: unknown }): unknown {
  let root: unknown = type;
  for (let next: unknown = type; next instanceof Y.AbstractType; next = next.parent) root = next;
  return root;
}

function noteChange(part: Part, segmentId: string): void {
  const writers = part.changed.get(segmentId) ?? new Set();
  if (part.writer !== null) writers.add(part.writer);
  part.changed.set(segmentId, writers);
}

/** Applies one logged update in the name of its writer. Throws what Yjs throws. */
export function applyLogged(part: Part, update: Uint8Array, writer: string | null, origin: unknown): void {
  part.writer = writer;
  try {
    Y.applyUpdate(part.doc, update, origin);
  } finally {
    part.writer = null;
  }
}

/** True when the log holds something that the snapshots lack. */
export function isUnstored(part: Part): boolean {
  return part.upto > part.storedUpto || part.changed.size > 0;
}
