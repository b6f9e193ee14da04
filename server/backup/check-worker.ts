/** Reads a whole database file in a thread of its own and says what is wrong with it. */
import { parentPort, workerData } from "node:worker_threads";
import { findFault } from "#db/backup-file.ts";
import type { Verdict } from "./check-backup.ts";

const verdict: Verdict = findFault(String(workerData));
parentPort?.postMessage(verdict);
