/** A database file that is not the open one: a back-up, made and checked. */
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
 * Copies a database that may be in use, as it is at one moment, into an empty file: without the sessions and the exports, and without what
 * was deleted but still lies in free pages. It takes its own size on the disk and no more; whoever writes is not held up.
 * Writes every page, so call it in a thread of its own. Throws what SQLite throws.
 */
export function copyDatabase(from: string, to: string): void {
  const open = new Database(from, { readonly: true, fileMustExist: true });
  try {
    open.prepare("VACUUM INTO ?").run(to);
  } finally {
    open.close();
  }
  removePassing(to);
}

/** A back-up lets nobody in, and brings no exported files. */
function removePassing(file: string): void {
  const copy = new Database(file);
  try {
    // One file, without the companions of a write-ahead log.
    copy.pragma("journal_mode = DELETE");
    copy.pragma("secure_delete = ON");
    copy.prepare("DELETE FROM sessions").run();
    copy.prepare("DELETE FROM jobs").run();
  } finally {
    copy.close();
  }
}
