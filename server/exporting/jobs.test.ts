import { existsSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ExportJob, isActive } from "#core/exporting/job.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { aDatabase, aMember, anArticle, anId, aProject } from "#db/builders.ts";
import { getDb, schema, write } from "#db/client.ts";
import { cancelJob } from "./cancel-job.ts";
import { createJob } from "./create-job.ts";
import { deleteOldExports } from "./delete-old-exports.ts";
import { followJob } from "./follow-job.ts";
import { findLatestJob, getJob } from "./get-job.ts";
import { getJobFile } from "./get-job-file.ts";
import { getPdfProcessId } from "./render-pdf.ts";
import { getExporter } from "./running.ts";
import { startExporting } from "./start-exporting.ts";

let database: ReturnType<typeof aDatabase>;
beforeEach(async () => {
  database = aDatabase();
  await startExporting(database.folder);
});
afterEach(() => database.close());

async function readToEnd(stream: ReadableStream<Uint8Array>): Promise<ExportJob[]> {
  const text = await new Response(stream).text();
  return text
    .split("\n\n")
    .filter(Boolean)
    .map((each) => JSON.parse(each.slice("data: ".length)));
}

test("a job is followed to its file, which only its member has", async () => {
  const owner = aProject();
  const article = anArticle(owner, ["桥", "石头怕拉不怕压。"], ["The Bridge", "Stone fears being pulled."]);
  const { id } = createJob(owner, article.id, defaultExportOptions);
  const told = await readToEnd(followJob(owner, id, new AbortController().signal));
  expect(told.at(-1)).toMatchObject({ state: "done", stage: "done", pages: 1, notices: [], error: null });
  // Who has left already is told nothing.
  expect(await readToEnd(followJob(owner, id, AbortSignal.abort()))).toEqual([]);
  const { fileName, data } = await getJobFile(owner, id);
  expect(fileName).toBe("桥.pdf");
  expect(Buffer.from(data.subarray(0, 5)).toString()).toBe("%PDF-");
  expect(findLatestJob(owner, article.id)?.id).toBe(id);
  const other = aMember(owner.projectId, "translator");
  expect(() => getJob(other, id)).toThrow("not-found");
  expect(() => createJob(aProject(), article.id, defaultExportOptions)).toThrow("not-found");
});

test("a cancelled job ends and leaves no file", async () => {
  const owner = aProject();
  const article = anArticle(owner, ["桥", "石".repeat(100_000)]);
  const { id } = createJob(owner, article.id, defaultExportOptions);
  expect(await cancelJob(owner, id)).toMatchObject({ state: "cancelled" });
  await expect(getJobFile(owner, id)).rejects.toMatchObject({ code: "not-found" });
  expect(readdirSync(path.join(database.folder, "exports"))).toEqual([]);
});

// Writing to /dev/full, where there is one, is what writing to a full disk is.
if (existsSync("/dev/full"))
  test("a full disk is named, and gets back what the file had taken", async () => {
    const owner = aProject();
    const article = anArticle(owner, ["桥"]);
    const { id } = createJob(owner, article.id, defaultExportOptions);
    const folder = path.join(database.folder, "exports");
    symlinkSync("/dev/full", path.join(folder, `${id}.pdf.part`));
    const told = await readToEnd(followJob(owner, id, new AbortController().signal));
    expect(told.at(-1)).toMatchObject({ state: "failed", error: { code: "storage-full" } });
    expect(readdirSync(folder)).toEqual([]);
  });

test("a job whose end could not be written can be cancelled, and counts no more", async () => {
  const owner = aProject();
  const { id: articleId, projectId } = anArticle(owner);
  const ids = [anId(), anId(), anId()];
  const row = { projectId, articleId, memberId: owner.id, options: defaultExportOptions, notices: [] };
  const left = { state: "running", stage: "writing", createdAt: Date.now() } as const;
  write(
    ids.map((id) =>
      getDb()
        .insert(schema.jobs)
        .values({ id, ...row, ...left }),
    ),
  );
  const ended = await Promise.all(ids.map((id) => cancelJob(owner, id)));
  expect(ended).toMatchObject(ids.map((id) => ({ id, state: "cancelled" })));
});

test("the end of the server ends the process of a running job; the next start marks the job", async () => {
  const owner = aProject();
  const article = anArticle(owner, ["桥", "石".repeat(100_000)]);
  const { id } = createJob(owner, article.id, defaultExportOptions);
  const isSetting = Promise.withResolvers<void>();
  const unwatch = getExporter().watch(id, () => {
    if (getJob(owner, id).stage === "setting") isSetting.resolve();
  });
  await isSetting.promise;
  unwatch();
  await getExporter().stop();
  expect(getPdfProcessId()).toBeNull();
  expect(isActive(getJob(owner, id))).toBe(true);
  await startExporting(database.folder);
  expect(getJob(owner, id)).toMatchObject({ state: "failed", error: { code: "timed-out" } });
});

test("three jobs at a time", async () => {
  const owner = aProject();
  const article = anArticle(owner, ["桥", "石".repeat(100_000)]);
  const order = () => createJob(owner, article.id, defaultExportOptions);
  const jobs = [order(), order(), order()];
  expect(order).toThrow("too-many-requests");
  const ended = await Promise.all(jobs.map(({ id }) => cancelJob(owner, id)));
  expect(ended.some(isActive)).toBe(false);
});

test("a start marks what an earlier process left running, and clears its file away", async () => {
  const owner = aProject();
  const { id: articleId, projectId } = anArticle(owner);
  const id = anId();
  const row = { id, projectId, articleId, memberId: owner.id, options: defaultExportOptions, notices: [] };
  const left = { state: "running", stage: "setting", createdAt: Date.now() } as const;
  write([
    getDb()
      .insert(schema.jobs)
      .values({ ...row, ...left }),
  ]);
  const folder = path.join(database.folder, "exports");
  writeFileSync(path.join(folder, `${id}.pdf.part`), "half");
  await startExporting(database.folder);
  await deleteOldExports(folder);
  expect(getJob(owner, id)).toMatchObject({ state: "failed", error: { code: "timed-out" } });
  expect(readdirSync(folder)).toEqual([]);
});

test("following a job that is cleared away ends the stream, not the server", async () => {
  const owner = aProject();
  const article = anArticle(owner, ["桥", "石".repeat(100_000)]);
  const { id } = createJob(owner, article.id, defaultExportOptions);
  const reader = followJob(owner, id, new AbortController().signal).getReader();
  await reader.read();
  write([getDb().delete(schema.jobs)]);
  await expect(readUntilEnd(reader)).rejects.toThrow("not-found");
});

async function readUntilEnd(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  while (!(await reader.read()).done);
}
