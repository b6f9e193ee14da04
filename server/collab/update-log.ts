/**
 * The durable log. Updates that arrive in one turn of the event loop share one transaction, and one fsync. Each is
 * applied to its doc in the same breath as its commit, in the order of the ids: so whatever a doc holds is on disk, and
 * no store can ever trim a row that its snapshot lacks.
 */
import { crc32 } from "node:zlib";
import { AppError } from "#core/errors.ts";
import { getHandle, isConstraintBroken, isStorageFull } from "#db/client.ts";
import { log } from "#server/log.ts";
import { applyLogged, type Part } from "./part.ts";

export type LogEntry = {
  readonly part: Part;
  readonly update: Uint8Array;
  /** Null when the server itself writes. */
  readonly memberId: string | null;
  readonly origin: string;
  /** What the doc's listeners hear as the origin. */
  readonly transactionOrigin: unknown;
};

type Waiting = {
  readonly entry: LogEntry;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
};
type Outcome = { readonly id: number } | { readonly error: unknown };

const insertRow = `INSERT INTO part_updates (part_id, project_id, data, checksum, member_id, origin, at)
  VALUES (?, ?, ?, ?, ?, ?, ?)`;

export class UpdateLog {
  #queue: Waiting[] = [];
  readonly #onSettled: (part: Part) => void;
  /** For tests of the gap between commit and application: runs in it. */
  readonly #onCommitted: () => void;

  constructor(options: { onSettled?: (part: Part) => void; onCommitted?: () => void } = {}) {
    this.#onSettled = options.onSettled ?? (() => {});
    this.#onCommitted = options.onCommitted ?? (() => {});
  }

  /**
   * Logs an update and applies it to the part's doc. Resolves when both are done; rejects with `storage-full`, or with
   * what Yjs threw when the update could not be applied.
   */
  append(entry: LogEntry): Promise<void> {
    entry.part.waiting += 1;
    return new Promise((resolve, reject) => {
      this.#queue.push({ entry, resolve, reject });
      if (this.#queue.length === 1) setImmediate(() => this.flush());
    });
  }

  /** Commits and applies at once what is waiting. */
  flush(): void {
    const group = this.#queue;
    this.#queue = [];
    if (group.length === 0) return;
    const outcomes = commitGroup(group.map(({ entry }) => entry));
    this.#onCommitted();
    for (const [index, waiting] of group.entries()) this.#settle(waiting, outcomes[index]);
  }

  #settle({ entry, resolve, reject }: Waiting, outcome: Outcome | undefined): void {
    const { part, update } = entry;
    try {
      if (!outcome || "error" in outcome) throw outcome?.error;
      part.upto = outcome.id;
      part.bytes += update.length;
      applyLogged(part, update, entry.memberId, entry.transactionOrigin);
      resolve();
    } catch (error) {
      reject(error);
    } finally {
      part.waiting -= 1;
      if (part.waiting === 0) this.#onSettled(part);
    }
  }
}

function commitGroup(entries: readonly LogEntry[]): Outcome[] {
  try {
    return insertTogether(entries).map((id) => ({ id }));
  } catch (error) {
    // A full disk, a failing one, a database that another holds: nothing is wrong with the updates, and they may come again.
    if (!isConstraintBroken(error)) {
      if (!isStorageFull(error)) log.error({ err: error }, "the log could not be written");
      return entries.map(() => ({ error: new AppError("storage-full") }));
    }
    // One bad row (of a part just deleted) must not refuse the others of its turn.
    if (entries.length > 1) return entries.flatMap((entry) => commitGroup([entry]));
    return [{ error }];
  }
}

/** The hottest statement of the server: prepared SQL, without the query builder. */
function insertTogether(entries: readonly LogEntry[]): number[] {
  const { raw } = getHandle();
  const insert = raw.prepare(insertRow);
  const at = Date.now();
  return raw
    .transaction(() =>
      entries.map(({ part, update, memberId, origin }) => {
        const row = [part.id, part.projectId, update, crc32(update), memberId, origin, at];
        return Number(insert.run(row).lastInsertRowid);
      }),
    )
    .immediate();
}
