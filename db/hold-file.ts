/** A file that one process at a time holds, by a lock of the system: it is let go of however the process ends. */
import { existsSync } from "node:fs";
import Database from "better-sqlite3";

/** Milliseconds for which somebody who only asks may be in the way. */
const patience = 200;

export type Hold = { release(): void };

/** Holds a file, which is made if there is none; null while it is held, also by this process. */
export function holdFile(file: string): Hold | null {
  const database = new Database(file, { timeout: patience });
  try {
    // The journal lies in memory, and nothing is ever written: SQLite serves as the lock that all systems have.
    database.pragma("journal_mode = MEMORY");
    database.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    database.close();
    if (isBusy(error)) return null;
    throw error;
  }
  return { release: () => void database.close() };
}

/** True while a process holds the file, also this one. */
export function isFileHeld(file: string): boolean {
  if (!existsSync(file)) return false;
  const database = new Database(file, { readonly: true, timeout: 0 });
  try {
    database.prepare("SELECT 1 FROM sqlite_master").get();
    return false;
  } catch (error) {
    if (isBusy(error)) return true;
    throw error;
  } finally {
    database.close();
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "SQLITE_BUSY";
}
