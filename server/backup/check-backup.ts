import path from "node:path";
import { Worker } from "node:worker_threads";

/** What the check of a file says: null when it is whole and ours. */
export type Verdict = string | null;

/**
 * Checks a back-up in a thread of its own (it reads every page). Throws an Error with one sentence when the file is
 * damaged or no back-up of ours.
 */
export function checkBackup(file: string): Promise<void> {
  const worker = new Worker(path.join(import.meta.dirname, "check-worker.ts"), { workerData: file });
  return new Promise((resolve, reject) => {
    worker.once("message", (verdict: Verdict) => {
      if (verdict === null) resolve();
      else reject(new Error(`${file} ${verdict}`));
    });
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error(`${file} could not be checked.`)));
  });
}
