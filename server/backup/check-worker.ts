/** Reads a whole database file in a thread of its own and says what is wrong with it; our own copy is cleaned before. */
import { parentPort, workerData } from "node:worker_threads";
import { cleanCopy, findFault } from "#db/backup-file.ts";
import type { CheckOrder, Verdict } from "./check-backup.ts";

// Only `check-backup.ts` starts this thread.
const { file, isCopy } = workerData as CheckOrder;
if (isCopy) cleanCopy(file);
const verdict: Verdict = findFault(file);
parentPort?.postMessage(verdict);
