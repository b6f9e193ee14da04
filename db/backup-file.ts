/** A database file that is not the open one: a back-up, checked and cleaned. */
import Database from "better-sqlite3";

function check(file: string): string | null {
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

/**
 * What is wrong with a back-up, as the end of a sentence that begins with its name; null when it is whole and ours.
 * Reads every page, so call it in a thread of its own.
 */
export function findFault(file: string): string | null {
  try {
    return check(file);
  } catch (error) {
    return error instanceof Error ? `cannot be opened (${error.message}).` : "cannot be opened.";
  }
}

/**
 * Makes a copy fit to be kept: one file, without the sessions, and without what was deleted but still lies in free pages.
 * Writes every page, so call it in a thread of its own.
 */
export function cleanCopy(file: string): void {
  const database = new Database(file);
  try {
    // One file, without the companions of a write-ahead log.
    database.pragma("journal_mode = DELETE");
    database.prepare("DELETE FROM sessions").run();
    database.exec("VACUUM");
  } finally {
    database.close();
  }
}
