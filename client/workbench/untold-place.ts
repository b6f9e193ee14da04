/** Where the reader is in an article, as long as the server may not know: a reload can be faster than the word of it. */
export class UntoldPlace {
  readonly #key: string;

  constructor(articleId: string) {
    this.#key = `duizhao:place:${articleId}`;
  }

  /** The segment, null when the server knows it. Of this window alone. */
  read(): string | null {
    try {
      return window.sessionStorage.getItem(this.#key);
    } catch {
      // Where a browser keeps nothing, the server's word is all there is.
      return null;
    }
  }

  write(segmentId: string | null): void {
    try {
      if (segmentId === null) window.sessionStorage.removeItem(this.#key);
      else window.sessionStorage.setItem(this.#key, segmentId);
    } catch {
      // As above.
    }
  }
}
