/**
 * Confirmations on their way. Each waits in the browser with the hash that the person saw until all text is saved, so
 * that the server compares it with the same text; one whose text differs by then is dropped.
 */
import { keep, readKept } from "#client/kept.ts";
import type { ConfirmationLevel } from "#core/articles/states.ts";

export type WaitingConfirmation = {
  readonly segmentId: string;
  readonly level: ConfirmationLevel;
  readonly targetHash: string;
};

export class WaitingConfirmations {
  readonly #key: string;
  /** Those of this window, and those that waited when it opened: another window sends its own, with the text that it has. */
  readonly #own: Set<string>;
  /** The list where the browser keeps nothing. */
  #unkept: readonly WaitingConfirmation[] | null = null;

  constructor(memberId: string, articleId: string) {
    this.#key = `duizhao:waiting-confirmations:${memberId}:${articleId}`;
    this.#own = new Set(this.#read().map(getName));
  }

  /** What this window has to send. */
  list(): WaitingConfirmation[] {
    return this.#read().filter((each) => this.#own.has(getName(each)));
  }

  #read(): readonly WaitingConfirmation[] {
    if (this.#unkept) return this.#unkept;
    try {
      const stored: unknown = JSON.parse(readKept(this.#key) ?? "[]");
      return Array.isArray(stored) ? stored.filter(isWaiting) : [];
    } catch {
      // Somebody else wrote there; what cannot be read was no confirmation.
      return [];
    }
  }

  add(waiting: WaitingConfirmation): void {
    this.#own.add(getName(waiting));
    this.#save([...this.#read().filter((each) => each.segmentId !== waiting.segmentId), waiting]);
  }

  /** Takes out one that was sent; a newer one of the same segment stays. */
  remove({ segmentId, targetHash }: WaitingConfirmation): void {
    this.#save(this.#read().filter((each) => each.segmentId !== segmentId || each.targetHash !== targetHash));
  }

  #save(list: readonly WaitingConfirmation[]): void {
    const isKept = keep(this.#key, list.length === 0 ? null : JSON.stringify(list));
    this.#unkept = isKept ? null : list;
  }
}

function getName({ segmentId, targetHash }: WaitingConfirmation): string {
  return `${segmentId} ${targetHash}`;
}

function isWaiting(value: unknown): value is WaitingConfirmation {
  return (
    typeof value === "object" &&
    value !== null &&
    "segmentId" in value &&
    typeof value.segmentId === "string" &&
    "targetHash" in value &&
    typeof value.targetHash === "string" &&
    "level" in value &&
    (value.level === "translated" || value.level === "approved")
  );
}
