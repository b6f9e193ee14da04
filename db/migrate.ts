/**
 * The only way to migrate. A table rebuild inside a migration would fire ON DELETE CASCADE, since SQLite ignores
 * `foreign_keys = OFF` within a transaction: so it is switched off before, rows are counted on both sides, and a
 * backup stands beside the database until the next migration.
 */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import type Database from "better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { createHandle } from "./client.ts";

const migrationsFolder = path.join(import.meta.dirname, "migrations");

/**
 * Brings the database of a data folder to the present schema. Throws with the name of the backup when rows would be lost
 * or a foreign key would point nowhere; the database file is then as the migration left it and the backup as it was.
 */
export function migrateDatabase(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, "duizhao.db");
  const isNew = !existsSync(file);
  const handle = createHandle(file);
  try {
    if (!isMigrationNeeded(handle.raw)) return;
    const backup = isNew ? null : saveBackup(handle.raw, folder);
    const before = countRows(handle.raw);
    handle.raw.pragma("foreign_keys = OFF");
    migrate(handle.db, { migrationsFolder });
    handle.raw.pragma("foreign_keys = ON");
    checkRows(handle.raw, before, backup);
  } finally {
    handle.raw.close();
  }
}

function isMigrationNeeded(raw: Database.Database): boolean {
  const hasTable = raw.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!hasTable) return true;
  const last = raw.prepare("SELECT max(created_at) AS at FROM __drizzle_migrations").get() as {
    at: number | null;
  };
  const newest = readMigrationFiles({ migrationsFolder }).at(-1);
  return newest !== undefined && (last.at ?? 0) < newest.folderMillis;
}

function saveBackup(raw: Database.Database, folder: string): string {
  const backup = path.join(folder, "before-migration.db");
  rmSync(backup, { force: true });
  raw.prepare("VACUUM INTO ?").run(backup);
  return backup;
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

function checkRows(raw: Database.Database, before: Map<string, number>, backup: string | null): void {
  const after = countRows(raw);
  const lost = [...before].filter(([name, rows]) => (after.get(name) ?? 0) < rows).map(([name]) => name);
  const broken = raw.pragma("foreign_key_check") as unknown[];
  if (lost.length === 0 && broken.length === 0) return;
  const what =
    lost.length > 0 ? `rows of ${lost.join(", ")} would be lost` : "a reference would point nowhere";
  throw new Error(
    `The migration was stopped: ${what}. The data before it is in ${backup ?? "no backup (a new folder)"}.`,
  );
}
