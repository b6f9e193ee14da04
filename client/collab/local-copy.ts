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
  if (typeof indexedDB === "undefined") return noCopy;
  return new StoredCopy(getName(memberId, partId, epoch), doc);
}

class StoredCopy implements LocalCopy {
  readonly ready: Promise<boolean>;
  readonly #name: string;
  readonly #doc: Y.Doc;
  #persistence: IndexeddbPersistence;
  #isSynced = false;
  #isClosed = false;

  constructor(name: string, doc: Y.Doc) {
    this.#name = name;
    this.#doc = doc;
    this.#persistence = this.#open();
    this.ready = this.#read();
  }

  markSynced(): void {
    this.#isSynced = true;
    void this.#writeMark();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (await this.#findDatabase()) await this.#persistence.destroy();
  }

  async clear(): Promise<void> {
    const isUsable = (await this.#findDatabase()) !== null;
    await this.close();
    if (isUsable) await clearDocument(this.#name);
  }

  #open(): IndexeddbPersistence {
    const persistence = new IndexeddbPersistence(this.#name, this.#doc);
    persistence._db.then(
      (database) => {
        // Another window deletes the copy because its own part of it was refused: this window begins a new one.
        database.onversionchange = () => {
          void persistence.destroy();
          database.close();
          if (this.#isClosed) return;
          this.#persistence = this.#open();
          if (this.#isSynced) void this.#writeMark();
        };
      },
      () => {},
    );
    return persistence;
  }

  async #read(): Promise<boolean> {
    if (!(await this.#findDatabase())) return false;
    await this.#persistence.whenSynced;
    // Another window may delete it just then.
    return (await this.#persistence.get(syncedKey).catch(() => 0)) === 1;
  }

  async #writeMark(): Promise<void> {
    if ((await this.#findDatabase()) && !this.#isClosed) await this.#persistence.set(syncedKey, 1);
  }

  /** A private window may refuse to open it. */
  #findDatabase(): Promise<IDBDatabase | null> {
    return this.#persistence._db.catch(() => null);
  }
}

/** True for what a copy reads back, which is no new change of the writer. */
export function isOfCopy(origin: unknown): boolean {
  return typeof origin === "object" && origin !== null && "_dbref" in origin;
}

/** That of a browser which keeps nothing. */
export const noCopy: LocalCopy = {
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
