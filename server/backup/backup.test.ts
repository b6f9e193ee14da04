import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile, stat, truncate } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, it } from "vitest";
import { defaultExportOptions } from "#core/exporting/options.ts";
import type { Member } from "#core/people/permissions.ts";
import { aDatabase, anArticle, anId, aProject, type BuiltArticle } from "#db/builders.ts";
import { closeDatabase, getDb, getHandle, openDatabase, schema, write } from "#db/client.ts";
import { getWorkbench } from "#server/articles/get-workbench.ts";
import { deleteArticle } from "#server/articles/purge-articles.ts";
import { createCollaboration } from "#server/collab/collaboration.ts";
import { editSegment } from "#server/collab/edit-part.ts";
import { flushArticle, readLiveTarget } from "#server/collab/read-live.ts";
import { createSession } from "#server/people/session.ts";
import { restoreBackup } from "./restore-backup.ts";
import { saveBackup } from "./save-backup.ts";

let database: ReturnType<typeof aDatabase>;
let collaboration: ReturnType<typeof createCollaboration>;
let place: string;
let owner: Member;
let article: BuiltArticle;

beforeEach(() => {
  place = mkdtempSync(path.join(tmpdir(), "duizhao-backup-"));
  database = aDatabase();
  collaboration = createCollaboration();
  owner = aProject();
  article = anArticle(
    owner,
    Array.from({ length: 600 }, (_, index) => `第${index + 1}段，写在这里。`),
  );
});
afterEach(async () => {
  await collaboration.destroy();
  database.close();
  rmSync(place, { recursive: true, force: true });
});

function edit(index: number, text: string): Promise<void> {
  const by = { memberId: owner.id, origin: "test" };
  return editSegment(article.segmentIds[index] ?? "", [{ type: "text", text }], by);
}

async function readTexts(): Promise<string[]> {
  const targets = await Promise.all(article.segmentIds.slice(0, 40).map(readLiveTarget));
  return targets.map(({ content }) =>
    content.map((each) => (each.type === "text" ? each.text : "")).join(""),
  );
}

/** Closes the database of the test and opens the restored folder in its place. */
async function moveTo(folder: string): Promise<void> {
  await collaboration.destroy();
  closeDatabase();
  openDatabase(folder);
  collaboration = createCollaboration();
}

it("saves everything while people type, and gives it back in an empty folder", async () => {
  for (let index = 0; index < 40; index += 1) await edit(index, `before ${index}`);
  const file = path.join(place, "backup.db");
  let isSaving = true;
  const saving = saveBackup(file).finally(() => {
    isSaving = false;
  });
  let after = 0;
  while (isSaving) {
    await edit(after % 40, `after ${after}`);
    after += 1;
  }
  await saving;
  const folder = path.join(place, "restored");
  await restoreBackup(file, folder);
  expect(await readdir(folder)).toEqual(["duizhao.db"]);
  const epoch = getWorkbench(owner, article.id).parts[0]?.epoch ?? 0;
  await moveTo(folder);
  const texts = await readTexts();
  // Each segment holds its text from before the back-up or one that was typed during it.
  for (const [index, text] of texts.entries()) {
    expect(text).toMatch(/^(before|after) \d+$/);
    if (text.startsWith("before")) expect(text).toBe(`before ${index}`);
  }
  const workbench = getWorkbench(owner, article.id);
  expect(workbench.segments.map((each) => each.id)).toEqual(article.segmentIds);
  for (const part of workbench.parts) expect(part.epoch).toBeGreaterThan(epoch);
});

it("brings no exports, whose files are not in it", async () => {
  const of = { id: anId(), projectId: owner.projectId, articleId: article.id, memberId: owner.id };
  const row = { ...of, options: defaultExportOptions, notices: [], state: "done", stage: "done" } as const;
  write([
    getDb()
      .insert(schema.jobs)
      .values({ ...row, createdAt: Date.now() }),
  ]);
  const file = path.join(place, "backup.db");
  await saveBackup(file);
  const saved = new Database(file, { readonly: true });
  expect(saved.prepare("SELECT count(*) AS rows FROM jobs").get()).toEqual({ rows: 0 });
  saved.close();
});

it("lets nobody in by a back-up, and reads only by its owner", async () => {
  createSession(owner.id);
  const [session] = getDb().select().from(schema.sessions).all();
  const file = path.join(place, "backup.db");
  await saveBackup(file);
  expect((await readFile(file)).includes(session?.tokenHash ?? "")).toBe(false);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const saved = new Database(file, { readonly: true });
  expect(saved.prepare("SELECT count(*) AS rows FROM sessions").get()).toEqual({ rows: 0 });
  saved.close();
  expect(await readdir(place)).toEqual(["backup.db"]);
});

it("never replaces a file", async () => {
  const file = path.join(place, "backup.db");
  writeFileSync(file, "mine");
  await expect(saveBackup(file)).rejects.toMatchObject({ code: "invalid-input" });
  expect(await readFile(file, "utf8")).toBe("mine");
});

it("says when there is no such folder", async () => {
  const missing = path.join(place, "missing/backup.db");
  await expect(saveBackup(missing)).rejects.toMatchObject({ code: "not-found", details: { what: "folder" } });
});

it("refuses a folder that holds anything", async () => {
  const file = path.join(place, "backup.db");
  await saveBackup(file);
  const folder = path.join(place, "full");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "note.txt"), "mine");
  await expect(restoreBackup(file, folder)).rejects.toThrow("is not empty");
  expect(await readdir(folder)).toEqual(["note.txt"]);
});

it.each(["torn", "foreign"])("refuses a %s file and leaves the folder empty", async (kind) => {
  const file = path.join(place, "backup.db");
  if (kind === "foreign") writeFileSync(file, "no database at all");
  else {
    await saveBackup(file);
    await truncate(file, 50_000);
  }
  const folder = path.join(place, "restored");
  await expect(restoreBackup(file, folder)).rejects.toThrow(file);
  expect(await readdir(folder)).toEqual([]);
});

it("refuses a database in use, whose last changes are in its write-ahead log", async () => {
  await edit(0, "only in the log of the database");
  const folder = path.join(place, "restored");
  const file = path.join(database.folder, "duizhao.db");
  await expect(restoreBackup(file, folder)).rejects.toThrow(`${file}-wal`);
  expect(await readdir(folder)).toEqual([]);
});

it("refuses a back-up of a newer program and leaves the folder empty", async () => {
  const file = path.join(place, "backup.db");
  await saveBackup(file);
  const newer = new Database(file);
  newer.prepare("UPDATE __drizzle_migrations SET created_at = 9e12").run();
  newer.close();
  const folder = path.join(place, "restored");
  await expect(restoreBackup(file, folder)).rejects.toThrow("newer version");
  expect(await readdir(folder)).toEqual([]);
});

it("keeps nothing of what was deleted", async () => {
  const word = "purged-for-good-purged-for-good";
  await edit(0, word);
  await flushArticle(article.id);
  await collaboration.destroy();
  await deleteArticle(article.id);
  getHandle().raw.pragma("wal_checkpoint(TRUNCATE)");
  expect((await readFile(path.join(database.folder, "duizhao.db"))).includes(word)).toBe(false);
  const file = path.join(place, "backup.db");
  await saveBackup(file);
  expect((await readFile(file)).includes(word)).toBe(false);
});
