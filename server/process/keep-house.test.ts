import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { trashTime } from "#core/articles/library.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import type { Member } from "#core/people/permissions.ts";
import { aDatabase, aMember, anArticle, anId, aProject } from "#db/builders.ts";
import { getDb, schema, write } from "#db/client.ts";
import { trashArticle } from "#server/articles/trash-article.ts";
import { stageUpload } from "#server/importing/staging.ts";
import { createLocalProject } from "#server/people/create-local-project.ts";
import { createSession, findMemberByToken, sessionSeconds } from "#server/people/session.ts";
import { attempt, keepHouse } from "./keep-house.ts";

let database: ReturnType<typeof aDatabase>;
let exports: string;
let owner: Member;
beforeEach(() => {
  database = aDatabase();
  exports = path.join(database.folder, "exports");
  mkdirSync(exports);
  owner = aProject();
});
afterEach(() => database.close());

type JobRow = typeof schema.jobs.$inferInsert;

/** A job of an article, and its file. */
function addJob(articleId: string, facts: Pick<JobRow, "state" | "createdAt">, ending = ".pdf"): string {
  const id = anId();
  const of = { projectId: owner.projectId, articleId, memberId: owner.id };
  const row = { ...of, ...facts, id, options: defaultExportOptions, notices: [], stage: "done" as const };
  write([getDb().insert(schema.jobs).values(row)]);
  writeFileSync(path.join(exports, `${id}${ending}`), "");
  return id;
}

test("exports go after a week and with their article; what is being written stays", async () => {
  const now = Date.now();
  const kept = anArticle(owner);
  const trashed = anArticle(owner);
  addJob(kept.id, { state: "done", createdAt: now - 8 * 24 * 3600 * 1000 });
  addJob(kept.id, { state: "failed", createdAt: now }, ".pdf.part");
  addJob(trashed.id, { state: "done", createdAt: now });
  const done = addJob(kept.id, { state: "done", createdAt: now });
  const running = addJob(kept.id, { state: "running", createdAt: now }, ".pdf.part");
  trashArticle(owner, trashed.id);
  write([
    getDb()
      .update(schema.articles)
      .set({ trashedAt: now - trashTime - 1000 })
      .where(eq(schema.articles.id, trashed.id)),
  ]);
  await keepHouse(database.folder, now);
  expect(readdirSync(exports).sort()).toEqual([`${done}.pdf`, `${running}.pdf.part`].sort());
});

test("the database from before a migration goes when what it alone still holds would have left the trash", async () => {
  const now = Date.now();
  const before = path.join(database.folder, "before-migration.db");
  writeFileSync(before, "");
  utimesSync(before, now / 1000, now / 1000);
  await keepHouse(database.folder, now + trashTime - 1000);
  expect(existsSync(before)).toBe(true);
  await keepHouse(database.folder, now + trashTime + 1000);
  expect(existsSync(before)).toBe(false);
  expect(readdirSync(database.folder)).toContain("duizhao.db");
});

test("uploads that nobody kept go after an hour", async () => {
  const staging = path.join(database.folder, "staging");
  await keepHouse(database.folder);
  await stageUpload(owner, { kind: "paste", html: null, text: "桥" });
  await keepHouse(database.folder);
  expect(readdirSync(staging)).toHaveLength(2);
  await keepHouse(database.folder, Date.now() + 3_601_000);
  expect(readdirSync(staging)).toEqual([]);
});

test("sessions go when they let nobody in any more", async () => {
  const now = Date.now();
  createSession(owner.id, now - sessionSeconds * 1000 - 1);
  const token = createSession(owner.id, now);
  await keepHouse(database.folder, now);
  expect(getDb().select().from(schema.sessions).all()).toHaveLength(1);
  expect(findMemberByToken(token)?.id).toBe(owner.id);
});

test("a failure of what the server can do without does not end it", async () => {
  await attempt("nothing", () => Promise.reject(new Error("no room")));
  await attempt("nothing", () => {
    throw new Error("no room");
  });
});

test("the owner is never one of the fictional members", () => {
  const sample = aMember(owner.projectId, "reviewer");
  write([
    getDb()
      .update(schema.members)
      .set({ isSample: true, createdAt: 1 })
      .where(eq(schema.members.id, sample.id)),
  ]);
  expect(createLocalProject().id).toBe(owner.id);
});
