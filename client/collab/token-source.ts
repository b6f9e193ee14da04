/** Short-lived tokens: asked for when a connection needs one, shared by connections that begin together. */
import type { CollabAdmission } from "./session-types.ts";

/** Well under the token's own life. */
const freshFor = 20_000;

export class TokenSource {
  readonly #ask: () => Promise<CollabAdmission>;
  #current: { readonly at: number; readonly admission: Promise<CollabAdmission> } | null = null;

  /** `first` is the admission that came with the page, so that the first connection need not ask. */
  constructor(ask: () => Promise<CollabAdmission>, first: CollabAdmission | null = null) {
    this.#ask = ask;
    if (first) this.#current = { at: Date.now(), admission: Promise.resolve(first) };
  }

  async get(): Promise<string> {
    return (await this.getAdmission()).token;
  }

  getAdmission(): Promise<CollabAdmission> {
    const known = this.#current;
    if (known && Date.now() - known.at < freshFor) return known.admission;
    const fresh = { at: Date.now(), admission: this.#ask() };
    this.#current = fresh;
    // A failed question is not remembered: the next connection asks again.
    fresh.admission.catch(() => {
      if (this.#current === fresh) this.#current = null;
    });
    return fresh.admission;
  }

  /** The next question goes to the server again. */
  forget(): void {
    this.#current = null;
  }
}
