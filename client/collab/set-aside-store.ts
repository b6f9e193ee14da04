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

  async load(): Promise<void> {
    const stored = await this.#withTable((store) => idb.get(store, this.#key) as Promise<unknown>);
    if (typeof stored !== "string") return;
    // Written by this class alone.
    this.#items = [...(JSON.parse(stored) as SetAside[]), ...this.#items];
    this.changed.call();
  }

  async add(item: SetAside): Promise<void> {
    await this.#replace([...this.#items, item]);
  }

  /** Forgets one text: only when its writer says so. */
  async discard(id: string): Promise<void> {
    await this.#replace(this.#items.filter((item) => item.id !== id));
  }

  async #replace(items: readonly SetAside[]): Promise<void> {
    this.#items = items;
    this.changed.call();
    await this.#withTable((store) => idb.put(store, JSON.stringify(items), this.#key));
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
