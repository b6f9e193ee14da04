/**
 * The only way to migrate. A table rebuild inside a migration would fire ON DELETE CASCADE, since SQLite ignores
 * `foreign_keys = OFF` within a transaction: so it is switched off before, and rows are counted on both sides. All of
 * this happens to a copy, which takes the place of the database only when it is found whole.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import type Database from "better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { createHandle } from "./client.ts";
import { removeCompanions, removeDatabase } from "./database-files.ts";

const ownMigrations = path.join(import.meta.dirname, "migrations");

/** Why a database was not brought to the present schema, as a sentence for the person; it is as it was. */
export class MigrationStopped extends Error {}

/**
 * Brings the database of a data folder to the present schema; the one before stands beside it as `before-migration.db`.
 * Throws `MigrationStopped` when rows would be lost, when a reference would point nowhere, and for a database of a newer
 * program.
 */
export function migrateDatabase(folder: string, migrationsFolder = ownMigrations): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "duizhao.db");
  const copy = path.join(folder, "migrating.db");
  const isNew = !existsSync(file);
  removeDatabase(copy);
  try {
    if (!isNew && !copyForMigration(file, copy, migrationsFolder)) return;
    migrateCopy(copy, migrationsFolder, folder);
    // A database that is gone may have left its log, and SQLite would write that over the new one.
    if (isNew) removeCompanions(file);
    else keepBefore(file, getBeforeFile(folder));
    renameSync(copy, file);
  } catch (error) {
    removeDatabase(copy);
    throw error;
  }
}

/** Removes the database from before the last migration if that was made before `limit`: it holds what was deleted since. */
export function removeBefore(folder: string, limit: number): void {
  const kept = getBeforeFile(folder);
  // Just before it became a copy, SQLite wrote in it for the last time.
  const writtenAt = statSync(kept, { throwIfNoEntry: false })?.mtimeMs ?? limit;
  if (writtenAt < limit) removeDatabase(kept);
}

function getBeforeFile(folder: string): string {
  return path.join(folder, "before-migration.db");
}

/** Makes the copy that is to be migrated; false when the schema is the present one already. */
function copyForMigration(file: string, copy: string, migrationsFolder: string): boolean {
  const { raw } = createHandle(file);
  try {
    const [last, newest] = [readLastMigration(raw), readNewestMigration(migrationsFolder)];
    if (last > newest) {
      throw new MigrationStopped(
        `${file} was written by a newer version of Duizhao. Update this one, or set DUIZHAO_DATA to another folder.`,
      );
    }
    if (last === newest) return false;
    // Read by nobody who may not read the database itself.
    writeFileSync(copy, "", { mode: 0o600 });
    raw.prepare("VACUUM INTO ?").run(copy);
    chmodSync(copy, statSync(file).mode);
    // One file, without a log that would be taken for that of the file in its place.
    raw.pragma("journal_mode = DELETE");
    return true;
  } finally {
    raw.close();
  }
}

/** When the newest migration that a database has was made; 0 when it has none. */
function readLastMigration(raw: Database.Database): number {
  const hasTable = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!hasTable) return 0;
  const last = raw.prepare("SELECT max(created_at) AS at FROM __drizzle_migrations").get() as {
    at: number | null;
  };
  return last.at ?? 0;
}

function readNewestMigration(migrationsFolder: string): number {
  return readMigrationFiles({ migrationsFolder }).at(-1)?.folderMillis ?? 0;
}

function migrateCopy(copy: string, migrationsFolder: string, folder: string): void {
  const { raw, db } = createHandle(copy);
  try {
    const before = countRows(raw);
    raw.pragma("foreign_keys = OFF");
    migrate(db, { migrationsFolder });
    raw.pragma("foreign_keys = ON");
    checkRows(raw, before, folder);
    raw.pragma("journal_mode = DELETE");
  } finally {
    raw.close();
  }
}

/** Gives the database a second name, so that it stays when the migrated one takes its first. */
function keepBefore(file: string, kept: string): void {
  rmSync(kept, { force: true });
  try {
    linkSync(file, kept);
  } catch {
    // A file system without links, as on most memory sticks.
    copyFileSync(file, kept);
  }
}

function countRows(raw: Database.Database): Map<string, number> {
  const tables = raw
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'",
    )
    .all() as { name: string }[];
  return new Map(
    tables.map(({ name }) => {
      const row = raw.prepare(`SELECT count(*) AS rows FROM "${name}"`).get() as { rows: number };
      return [name, row.rows];
    }),
  );
}

function checkRows(raw: Database.Database, before: Map<string, number>, folder: string): void {
  const after = countRows(raw);
  const lost = [...before].filter(([name, rows]) => (after.get(name) ?? 0) < rows).map(([name]) => name);
  const broken = raw.pragma("foreign_key_check") as unknown[];
  if (lost.length === 0 && broken.length === 0) return;
  const what =
    lost.length > 0 ? `rows of ${lost.join(", ")} would be lost` : "a reference would point nowhere";
  throw new MigrationStopped(`The migration was stopped: ${what}. The data in ${folder} is as it was.`);
}
