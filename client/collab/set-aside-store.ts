/** Where texts that could not be sent wait for their writer: a small table of this browser. */
import * as idb from "lib0/indexeddb";
import { Listeners } from "./listeners.ts";
import type { SetAside } from "./session-types.ts";

const databaseName = "duizhao:set-aside";
const table = "texts";

/** The texts set aside for one member and article. Kept in memory too, so that a browser without storage still shows them. */
export class SetAsideStore {
  readonly #key: string;
  #items: readonly SetAside[] = [];
  readonly changed = new Listeners();

  constructor(memberId: string, articleId: string) {
    this.#key = `${memberId}:${articleId}`;
  }

  list(): readonly SetAside[] {
    return this.#items;
  }

  load(): Promise<void> {
    return this.#change((items) => items);
  }

  /** Adds a text, or puts it in the place of an earlier wording of the same. */
  put(item: SetAside): Promise<void> {
    return this.#change((items) => [...items.filter(({ id }) => id !== item.id), item]);
  }

  /** Forgets one text: when its writer says so, or when the server has it after all. */
  discard(id: string): Promise<void> {
    return this.#change((items) => items.filter((item) => item.id !== id));
  }

  /** Changes what is stored, to which another window may have added, and shows that. */
  async #change(change: (items: readonly SetAside[]) => readonly SetAside[]): Promise<void> {
    this.#show(change(this.#items));
    await this.#withTable(async (store) => {
      const stored: unknown = await idb.get(store, this.#key);
      // Written by this class alone.
      const items = change(typeof stored === "string" ? (JSON.parse(stored) as SetAside[]) : []);
      await idb.put(store, JSON.stringify(items), this.#key);
      this.#show(items);
    });
  }

  #show(items: readonly SetAside[]): void {
    this.#items = items;
    this.changed.call();
  }

  async #withTable<Value>(work: (store: IDBObjectStore) => Promise<Value>): Promise<Value | null> {
    if (typeof indexedDB === "undefined") return null;
    try {
      const database = await idb.openDB(databaseName, (fresh) => idb.createStores(fresh, [[table]]));
      const [store] = idb.transact(database, [table]);
      const value = store ? await work(store) : null;
      database.close();
      return value;
    } catch {
      // A private window may refuse storage; the texts stay in memory and on screen.
      return null;
    }
  }
}
