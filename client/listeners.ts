/** A set of listeners, for `useSyncExternalStore` and its like. */
export class Listeners<Arguments extends readonly unknown[] = []> {
  readonly #all = new Set<(...given: Arguments) => void>();

  /** Adds a listener and returns its removal. */
  add(listener: (...given: Arguments) => void): () => void {
    this.#all.add(listener);
    return () => this.#all.delete(listener);
  }

  call(...given: Arguments): void {
    for (const listener of [...this.#all]) listener(...given);
  }
}
