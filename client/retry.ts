/** Tries again, after a longer wait each time, until told that it worked. */

/** Milliseconds before each try; the last one for all that follow. */
const waits = [500, 1000, 2000, 5000, 10_000];

export class Retry {
  readonly #run: () => void;
  #tries = 0;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(run: () => void) {
    this.#run = run;
  }

  /** Runs later; a try that is already waiting stays the only one. */
  later(): void {
    if (this.#timer !== null) return;
    const wait = waits[Math.min(this.#tries, waits.length - 1)];
    this.#tries += 1;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#run();
    }, wait);
  }

  /** It worked: the next trouble is a first one again. */
  reset(): void {
    this.#tries = 0;
  }

  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
