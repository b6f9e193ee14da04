import {
  chmodSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { aDatabase, anArticle, aProject } from "./builders.ts";
import { closeDatabase } from "./client.ts";
import { MigrationStopped, migrateDatabase } from "./migrate.ts";

let place: string;
let folder: string;
let next: string;
beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), "duizhao-migrate-"));
  const database = aDatabase();
  folder = database.folder;
  anArticle(aProject());
  closeDatabase();
  next = path.join(place, "migrations");
});
afterEach(() => {
  for (const each of [place, folder]) rmSync(each, { recursive: true, force: true });
});

/** The migrations of the next version: ours and one more. */
function writeNext(sql: string): void {
  cpSync(path.join(import.meta.dirname, "migrations"), next, { recursive: true });
  writeFileSync(path.join(next, "0001_next.sql"), sql);
  const file = path.join(next, "meta/_journal.json");
  const journal = JSON.parse(readFileSync(file, "utf8"));
  const entry = {
    idx: 1,
    version: "6",
    when: journal.entries.at(-1).when + 1,
    tag: "0001_next",
    breakpoints: true,
  };
  writeFileSync(file, JSON.stringify({ ...journal, entries: [...journal.entries, entry] }));
}

function query(file: string, sql: string): unknown {
  const database = new Database(path.join(folder, file));
  try {
    return database.prepare(sql).get();
  } finally {
    database.close();
  }
}

const segments = "SELECT count(*) AS rows FROM segments";

test("a migration leaves the data, and the database before it beside it", () => {
  writeNext("ALTER TABLE projects ADD COLUMN colour text DEFAULT 'pine'");
  migrateDatabase(folder, next);
  expect(query("duizhao.db", "SELECT colour FROM projects")).toEqual({ colour: "pine" });
  expect(query("duizhao.db", segments)).toEqual({ rows: 3 });
  expect(query("before-migration.db", segments)).toEqual({ rows: 3 });
  expect(() => query("before-migration.db", "SELECT colour FROM projects")).toThrow("no such column");
  expect(readdirSync(folder).sort()).toEqual(["before-migration.db", "duizhao.db"]);
  migrateDatabase(folder, next);
});

test.each([
  ["loses rows", "DELETE FROM segments WHERE number = 3", "rows of segments would be lost"],
  ["leaves a reference to nothing", "UPDATE segments SET part_id = 'nowhere'", "a reference would point"],
  ["is wrong", "SELECT nothing FROM nowhere", "nowhere"],
])("a migration that %s changes nothing, today and at the next start", (_what, sql, sentence) => {
  writeNext(sql);
  for (const _start of [1, 2]) expect(() => migrateDatabase(folder, next)).toThrow(sentence);
  expect(query("duizhao.db", segments)).toEqual({ rows: 3 });
  expect(readdirSync(folder)).toEqual(["duizhao.db"]);
  migrateDatabase(folder);
});

test("a database of a newer program is left alone", () => {
  writeNext("ALTER TABLE projects ADD COLUMN colour text DEFAULT 'pine'");
  migrateDatabase(folder, next);
  expect(() => migrateDatabase(folder)).toThrow(MigrationStopped);
});

test("the log of a database that is gone is not taken for that of the new one", () => {
  const file = path.join(folder, "duizhao.db");
  const open = new Database(file);
  open.pragma("journal_mode = WAL");
  open.prepare("UPDATE projects SET name = 'gone'").run();
  copyFileSync(`${file}-wal`, path.join(place, "wal"));
  open.close();
  rmSync(file);
  copyFileSync(path.join(place, "wal"), `${file}-wal`);
  migrateDatabase(folder);
  expect(query("duizhao.db", "SELECT * FROM projects")).toBeUndefined();
});

test("who may not read the database may not read the migrated one", () => {
  writeNext("ALTER TABLE projects ADD COLUMN colour text DEFAULT 'pine'");
  chmodSync(path.join(folder, "duizhao.db"), 0o600);
  migrateDatabase(folder, next);
  expect(statSync(path.join(folder, "duizhao.db")).mode & 0o777).toBe(0o600);
});

test("a database that cannot be copied is left alone, and nothing beside it", () => {
  writeNext("ALTER TABLE projects ADD COLUMN colour text DEFAULT 'pine'");
  const file = path.join(folder, "duizhao.db");
  const { rootpage } = query("duizhao.db", "SELECT rootpage FROM sqlite_master WHERE name = 'segments'") as {
    rootpage: number;
  };
  const torn = readFileSync(file);
  torn.fill(0, (rootpage - 1) * 4096, rootpage * 4096);
  writeFileSync(file, torn);
  for (const _start of [1, 2]) expect(() => migrateDatabase(folder, next)).toThrow("malformed");
  expect(readdirSync(folder).filter((name) => name.startsWith("migrating"))).toEqual([]);
});
