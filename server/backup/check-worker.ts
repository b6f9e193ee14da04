/** Reads a whole database file in a thread of its own and says what is wrong with it. */
import { parentPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import type { Verdict } from "./check-backup.ts";

function check(file: string): Verdict {
  const database = new Database(file, { readonly: true, fileMustExist: true });
  try {
    const tables = database
      .prepare("SELECT name FROM sqlite_master WHERE name IN ('articles', 'parts')")
      .all();
    if (tables.length < 2) return "is no back-up of Duizhao.";
    if (database.pragma("integrity_check", { simple: true }) !== "ok") return "is damaged.";
    const broken = database.pragma("foreign_key_check");
    return Array.isArray(broken) && broken.length === 0 ? null : "is damaged: a reference points nowhere.";
  } catch (error) {
    // SQLite refuses what is no database, or a torn one.
    return error instanceof Error ? `cannot be read as a back-up (${error.message}).` : "cannot be read.";
  } finally {
    database.close();
  }
}

function checkFile(file: string): Verdict {
  try {
    return check(file);
  } catch (error) {
    return error instanceof Error ? `cannot be opened (${error.message}).` : "cannot be opened.";
  }
}

parentPort?.postMessage(checkFile(String(workerData)));
