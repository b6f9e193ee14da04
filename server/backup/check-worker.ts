/** Reads a whole database file in a thread of its own and says what is wrong with it; our own copy is made before. */
import { parentPort, workerData } from "node:worker_threads";
import { copyDatabase, findFault } from "#db/backup-file.ts";
import type { CheckOrder, Verdict } from "./check-backup.ts";

// Only `check-backup.ts` starts this thread.
const { file, copyOf } = workerData as CheckOrder;
if (copyOf !== null) copyDatabase(copyOf, file);
const verdict: Verdict = findFault(file);
parentPort?.postMessage(verdict);
