/**
 * The one database handle of the process: read through `getDb`, change through `write`.
 * Next bundles its own copy of this module beside the one Node loads, and two handles would mean two queues,
 * so the handle is shared through `globalThis`.
 */
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import { AppError } from "../core/errors.ts";
import * as articles from "./schema/articles.ts";
import * as collab from "./schema/collab.ts";
import * as exporting from "./schema/exporting.ts";
import * as glossary from "./schema/glossary.ts";
import * as people from "./schema/people.ts";

export const schema = { ...articles, ...collab, ...exporting, ...glossary, ...people };

export type Handle = {
  readonly raw: Database.Database;
  readonly db: BetterSQLite3Database<typeof schema>;
};

/** A prepared change: anything of Drizzle's with `run()`. With `rows`, it must change exactly that many. */
export type Statement =
  | { run(): { changes: number } }
  | { readonly statement: { run(): { changes: number } }; readonly rows: number };

const key = Symbol.for("duizhao.database");
const holder = globalThis as { [key]?: Handle };

/** Opens the database of a data folder and makes it the process's handle. Migrations are `db/migrate.ts`. */
export function openDatabase(folder: string, options: { synchronous?: "FULL" | "NORMAL" } = {}): Handle {
  if (holder[key]) throw new Error("a database is open already");
  holder[key] = createHandle(path.join(folder, "duizhao.db"), options);
  return holder[key];
}

/** A handle of its own, for migrations, restoring and tests. The caller closes it. */
export function createHandle(file: string, options: { synchronous?: "FULL" | "NORMAL" } = {}): Handle {
  mkdirSync(path.dirname(file), { recursive: true });
  const raw = new Database(file);
  raw.pragma("journal_mode = WAL");
  raw.pragma(`synchronous = ${options.synchronous ?? "FULL"}`);
  raw.pragma("busy_timeout = 5000");
  raw.pragma("foreign_keys = ON");
  raw.pragma("trusted_schema = OFF");
  raw.pragma("wal_autocheckpoint = 1000");
  // What is deleted is overwritten: purged text must not stay in free pages.
  raw.pragma("secure_delete = ON");
  return { raw, db: drizzle(raw, { schema }) };
}

/** The process's handle. */
export function getHandle(): Handle {
  const handle = holder[key];
  if (!handle) throw new Error("no database is open");
  return handle;
}

/** For reading only: changes go through `write`. */
export function getDb(): Handle["db"] {
  return getHandle().db;
}

export function closeDatabase(): void {
  holder[key]?.raw.close();
  delete holder[key];
}

/**
 * Runs prepared statements in one synchronous transaction. A statement that names its `rows` and changes another
 * number rolls everything back as `conflict`; a full disk is `storage-full`. Never spans an `await`.
 */
export function write(statements: readonly Statement[], handle: Handle = getHandle()): void {
  try {
    handle.raw
      .transaction(() => {
        for (const each of statements) {
          if ("run" in each) each.run();
          else if (each.statement.run().changes !== each.rows) throw new AppError("conflict");
        }
      })
      .immediate();
  } catch (error) {
    throw isStorageFull(error) ? new AppError("storage-full") : error;
  }
}

/** True when a row did not fit the others: what SQLite says of a reference to nothing, or of a second one of its kind. */
export function isConstraintBroken(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return typeof error.code === "string" && error.code.startsWith("SQLITE_CONSTRAINT");
}

/** True for SQLite's "database or disk is full" and for a failed write of its files. */
export function isStorageFull(error: unknown): boolean {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return error.code === "SQLITE_FULL" || error.code === "SQLITE_IOERR_WRITE" || error.code === "ENOSPC";
}
