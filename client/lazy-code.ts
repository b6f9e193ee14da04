import { Listeners } from "#client/listeners.ts";
import { Retry } from "#client/retry.ts";

/**
 * Code that is fetched once, when it is first wanted. Where it cannot be had it is asked for again, less and less often,
 * until it is there. `get` and `subscribe` are for `useSyncExternalStore`.
 */
export class LazyCode<Code> {
  readonly #fetch: () => Promise<Code>;
  readonly #arrived = new Listeners();
  readonly #retry = new Retry(() => void this.#load());
  #code: Code | null = null;
  #isWanted = false;

  constructor(fetch: () => Promise<Code>) {
    this.#fetch = fetch;
  }

  /** Null until it is there. */
  readonly get = (): Code | null => this.#code;
  readonly subscribe = (listener: () => void): (() => void) => this.#arrived.add(listener);

  /** Asks for it; a second time does nothing. */
  want(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      this.#code = await this.#fetch();
    } catch {
      this.#retry.later();
      return;
    }
    this.#arrived.call();
  }
}
