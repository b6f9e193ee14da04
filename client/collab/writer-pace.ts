/** Milliseconds without a key after which the next edit is an undo step of its own. */
const pause = 1000;
const inputEvents = ["keydown", "beforeinput", "pointerdown", "paste", "drop"] as const;
const releaseEvents = ["keyup", "pointerup"] as const;

/**
 * Tells a pause of the writer from a slow page: what counts is the time from the end of one edit to the key press that
 * made the next, not when the page came to it.
 */
export class WriterPace {
  readonly #target: EventTarget | null;
  /** Time of the first input since the last edit, by the page's clock. */
  #inputAt: number | null = null;
  /** When the page was done with the last edit. */
  #doneAt = 0;
  readonly #noteInput = (event: Event) => {
    this.#inputAt ??= event.timeStamp;
  };
  /**
   * A key is let go before the next is pressed: as long as the page has not come to that, it is busy. One that made no edit
   * (an arrow, a click) is no beginning of the next.
   */
  readonly #noteRelease = () => {
    if (this.#inputAt === null) this.#doneAt = performance.now();
    this.#inputAt = null;
  };

  /** Listens to the page's input; without a page the time of the edit itself counts. */
  constructor(target: EventTarget | null) {
    this.#target = target;
    for (const name of inputEvents) target?.addEventListener(name, this.#noteInput, { capture: true });
    for (const name of releaseEvents) target?.addEventListener(name, this.#noteRelease, { capture: true });
  }

  /** Called at each edit: true when the writer had paused before it. */
  noteEdit(): boolean {
    const now = performance.now();
    const hasPaused = (this.#inputAt ?? now) - this.#doneAt > pause;
    this.#inputAt = null;
    this.#doneAt = now;
    setTimeout(() => {
      this.#doneAt = performance.now();
    });
    return hasPaused;
  }

  close(): void {
    for (const name of inputEvents) {
      this.#target?.removeEventListener(name, this.#noteInput, { capture: true });
    }
    for (const name of releaseEvents) {
      this.#target?.removeEventListener(name, this.#noteRelease, { capture: true });
    }
  }
}
