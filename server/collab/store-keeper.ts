/** Stores parts, and keeps trying when the disk will not take them. Logged edits are safe either way. */
import { log } from "#server/log.ts";
import type { Part } from "./part.ts";
import { storePart } from "./store-part.ts";

const longestRetry = 30_000;

export class StoreKeeper {
  readonly #failed = new Set<Part>();
  readonly #firstRetry: number;
  readonly #onTrouble: (isTrouble: boolean) => void;
  readonly #onStored: (part: Part) => void;
  #timer: NodeJS.Timeout | null = null;
  #wait: number;

  /** `onTrouble` hears each change between failing and working; `onStored` each part that was stored after a failure. */
  constructor(options: {
    firstRetry: number;
    onTrouble: (isTrouble: boolean) => void;
    onStored: (part: Part) => void;
  }) {
    this.#firstRetry = options.firstRetry;
    this.#wait = options.firstRetry;
    this.#onTrouble = options.onTrouble;
    this.#onStored = options.onStored;
  }

  get hasTrouble(): boolean {
    return this.#failed.size > 0;
  }

  hasFailed(part: Part): boolean {
    return this.#failed.has(part);
  }

  /** Stores a part now; false when it failed, and then it is tried again until it works. */
  store(part: Part): boolean {
    try {
      storePart(part);
    } catch (error) {
      this.#noteFailure(part, error);
      return false;
    }
    this.#noteSuccess(part);
    return true;
  }

  /** Ends the retries. */
  stop(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#failed.clear();
  }

  #noteFailure(part: Part, error: unknown): void {
    log.error({ part: part.id, err: error }, "a part could not be stored: it is tried again");
    const wasWell = !this.hasTrouble;
    this.#failed.add(part);
    if (wasWell) this.#onTrouble(true);
    if (this.#timer) return;
    this.#timer = setTimeout(() => this.#retry(), this.#wait);
    this.#wait = Math.min(2 * this.#wait, longestRetry);
  }

  #noteSuccess(part: Part): void {
    if (!this.#failed.delete(part) || this.hasTrouble) return;
    this.#wait = this.#firstRetry;
    this.#onTrouble(false);
  }

  #retry(): void {
    this.#timer = null;
    for (const part of [...this.#failed]) if (this.store(part)) this.#onStored(part);
  }
}
