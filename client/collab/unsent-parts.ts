/**
 * Which parts of an article have text in this browser that the server has not: another visit opens them at once, wherever
 * in the article it begins, so that the text is sent and the page says the truth.
 */
export class UnsentParts {
  readonly #prefix: string;

  constructor(memberId: string, articleId: string) {
    this.#prefix = `duizhao:unsent:${memberId}:${articleId}:`;
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

  /** Notes how a part stands. What is stored counts, which another window may have changed. */
  note(ordinal: number, isUnsent: boolean): void {
    const key = `${this.#prefix}${ordinal}`;
    try {
      if (isUnsent === (localStorage.getItem(key) !== null)) return;
      if (isUnsent) localStorage.setItem(key, "1");
      else localStorage.removeItem(key);
    } catch {
      // Without storage there is no copy either.
    }
  }
}
