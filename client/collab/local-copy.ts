/**
 * The browser's own copy of a part, so that text survives a closed lid and an absent server. It is keyed by member,
 * part and epoch: another member's or another epoch's text is never merged into this one.
 */
import { clearDocument, IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";

const syncedKey = "was-synced";
const prefix = "duizhao";

export type LocalCopy = {
  /** Resolves when the copy was read: true when it held a text that had once been in step with the server. */
  readonly ready: Promise<boolean>;
  /** Marks the copy as complete: shown at once on the next visit, even without a server. */
  markSynced(): void;
  close(): Promise<void>;
  /** Deletes the copy from this browser. */
  clear(): Promise<void>;
};

function getName(memberId: string, partId: string, epoch: number): string {
  return `${prefix}:${memberId}:${partId}:${epoch}`;
}

/** Opens (or begins) the copy and keeps it in step with the document. A browser that keeps nothing gives an empty one. */
export function openLocalCopy(memberId: string, partId: string, epoch: number, doc: Y.Doc): LocalCopy {
  if (typeof indexedDB === "undefined") return nothing;
  const name = getName(memberId, partId, epoch);
  const persistence = new IndexeddbPersistence(name, doc);
  const isUsable = persistence._db.then(
    () => true,
    () => false,
  );
  return {
    ready: isUsable.then(async (usable) => {
      if (!usable) return false;
      await persistence.whenSynced;
      return (await persistence.get(syncedKey)) === 1;
    }),
    markSynced: () => {
      void isUsable.then((usable) => (usable ? persistence.set(syncedKey, 1) : undefined));
    },
    close: () => isUsable.then((usable) => (usable ? persistence.destroy() : undefined)),
    clear: async () => {
      if (!(await isUsable)) return;
      await persistence.destroy();
      await clearDocument(name);
    },
  };
}

const nothing: LocalCopy = {
  ready: Promise.resolve(false),
  markSynced: () => undefined,
  close: () => Promise.resolve(),
  clear: () => Promise.resolve(),
};

/**
 * Copies of this part that belong to another epoch: each is read into a document of its own, which the caller sets
 * aside, and `clear` then deletes it.
 */
export async function listForeignCopies(
  memberId: string,
  partId: string,
  epoch: number,
): Promise<{ doc: Y.Doc; clear: () => Promise<void> }[]> {
  if (typeof indexedDB === "undefined" || typeof indexedDB.databases !== "function") return [];
  const known = await indexedDB.databases();
  const names = known.flatMap(({ name }) =>
    name?.startsWith(`${prefix}:${memberId}:${partId}:`) && name !== getName(memberId, partId, epoch)
      ? [name]
      : [],
  );
  return Promise.all(
    names.map(async (name) => {
      const doc = new Y.Doc();
      const persistence = new IndexeddbPersistence(name, doc);
      await persistence.whenSynced;
      await persistence.destroy();
      return { doc, clear: () => clearDocument(name) };
    }),
  );
}
