/**
 * Which parts of an article have text in this browser that the server has not: another visit opens them at once, wherever
 * in the article it begins, so that the text is sent and the page says the truth.
 */
export class UnsentParts {
  readonly #prefix: string;
  /** Marks that this window has set, or found when it opened: those of another window are that one's to clear. */
  readonly #own: Set<number>;

  constructor(memberId: string, articleId: string) {
    this.#prefix = `duizhao:unsent:${memberId}:${articleId}:`;
    this.#own = new Set(this.list());
  }

  /** The ordinals that an earlier visit, or another window, left unsent. */
  list(): number[] {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(this.#prefix))
        .map((key) => Number(key.slice(this.#prefix.length)))
        .filter(Number.isInteger);
    } catch {
      // A browser that keeps nothing has nothing unsent from before.
      return [];
    }
  }

  /** Notes how a part stands. */
  note(ordinal: number, isUnsent: boolean): void {
    const key = `${this.#prefix}${ordinal}`;
    if (!isUnsent && !this.#own.delete(ordinal)) return;
    if (isUnsent) this.#own.add(ordinal);
    try {
      if (!isUnsent) localStorage.removeItem(key);
      // Another window may have cleared it.
      else if (localStorage.getItem(key) === null) localStorage.setItem(key, "1");
    } catch {
      // Without storage there is no copy either.
    }
  }
}
