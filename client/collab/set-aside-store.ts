/** Where texts that could not be sent wait for their writer: a small table of this browser. */
import * as idb from "lib0/indexeddb";
import { Listeners } from "#client/listeners.ts";
import type { SetAside } from "./session-types.ts";

const databaseName = "duizhao:set-aside";
/** Where a window tells the others by its key which list has changed. */
export const setAsideChannel = databaseName;
const table = "texts";

/** The texts set aside for one member and article. Kept in memory too, so that a browser without storage still shows them. */
export class SetAsideStore {
  /** Of this member and article. */
  readonly key: string;
  #items: readonly SetAside[] = [];
  readonly #unstored = new Map<string, SetAside>();
  readonly changed = new Listeners();

  constructor(memberId: string, articleId: string) {
    this.key = `${memberId}:${articleId}`;
  }

  list(): readonly SetAside[] {
    return this.#items;
  }

  async load(): Promise<void> {
    await this.#change((items) => items);
  }

  /** Adds a text, or puts it in the place of an earlier wording of the same. True when it is on this browser's disk. */
  put(item: SetAside): Promise<boolean> {
    this.#unstored.set(item.id, item);
    return this.#change((items) => [...items.filter(({ id }) => id !== item.id), item]);
  }

  /** Forgets one text: when its writer says so, or when the server has it after all. */
  async discard(id: string): Promise<void> {
    this.#unstored.delete(id);
    await this.#change((items) => items.filter((item) => item.id !== id));
  }

  /** Changes what is stored, to which another window may have added, and shows that. False when it could not be stored. */
  async #change(change: (items: readonly SetAside[]) => readonly SetAside[]): Promise<boolean> {
    this.#show(change(this.#items));
    return this.#withTable(async (store) => {
      const stored: unknown = await idb.get(store, this.key);
      // Written by this class alone.
      const known = typeof stored === "string" ? (JSON.parse(stored) as SetAside[]) : [];
      // What could not be stored before is tried again.
      const others = known.filter(({ id }) => !this.#unstored.has(id));
      const items = change([...others, ...this.#unstored.values()]);
      const text = JSON.stringify(items);
      // Who only looks has no news for the others, who would look in their turn.
      if (text !== stored) {
        await idb.put(store, text, this.key);
        const channel = new BroadcastChannel(setAsideChannel);
        channel.postMessage(this.key);
        channel.close();
      }
      this.#unstored.clear();
      this.#show(items);
    });
  }

  #show(items: readonly SetAside[]): void {
    this.#items = items;
    this.changed.call();
  }

  /** False when the browser keeps nothing (a private window, a full disk): the texts stay in memory and on screen. */
  async #withTable(work: (store: IDBObjectStore) => Promise<void>): Promise<boolean> {
    if (typeof indexedDB === "undefined") return false;
    let database: IDBDatabase | null = null;
    try {
      database = await idb.openDB(databaseName, (fresh) => idb.createStores(fresh, [[table]]));
      const [store] = idb.transact(database, [table]);
      if (!store) return false;
      await work(store);
      return true;
    } catch {
      return false;
    } finally {
      database?.close();
    }
  }
}
