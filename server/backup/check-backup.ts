import path from "node:path";
import { Worker } from "node:worker_threads";

/** A file to be checked, and the database of which it is to be made a copy before. */
export type CheckOrder = { readonly file: string; readonly copyOf: string | null };
/** What the check of a file says: null when it is whole and ours. */
export type Verdict = string | null;

/**
 * Checks a back-up in a thread of its own (it reads every page). Throws an Error with one sentence, which begins with
 * `name`, when the file is damaged or no back-up of ours.
 */
export function checkBackup(file: string, name = file): Promise<void> {
  return check({ file, copyOf: null }, name);
}

/** Copies the open database into an empty file, and checks that. Throws as `checkBackup`, and what SQLite throws. */
export function makeBackup(database: string, file: string): Promise<void> {
  return check({ file, copyOf: database }, file);
}

function check(order: CheckOrder, name: string): Promise<void> {
  const worker = new Worker(path.join(import.meta.dirname, "check-worker.ts"), { workerData: order });
  return new Promise((resolve, reject) => {
    worker.once("message", (verdict: Verdict) => {
      if (verdict === null) resolve();
      else reject(new Error(`${name} ${verdict}`));
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error(`${name} could not be checked.`)));
  });
}
