/** Begins the life of the exporter: jobs run, are followed, are cancelled, and leave a file. */
import { EventEmitter } from "node:events";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { eq, inArray } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import { isActive } from "#core/exporting/job.ts";
import type { JobStage } from "#core/exporting/options.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, isStorageFull, schema, write } from "#db/client.ts";
import { describeError } from "#server/describe-error.ts";
import { log } from "#server/log.ts";
import { previewArticle } from "./preview-article.ts";
import { exportArticle } from "./run-export.ts";
import { type Exporter, type ExportOrder, setExporter } from "./running.ts";

const cancelled = Symbol("cancelled");
const stopped = Symbol("stopped");

const { jobs } = schema;
type JobChange = Partial<typeof jobs.$inferInsert>;
type Life = { readonly control: AbortController; readonly ended: Promise<void> };

/** Makes the process's exporter; files lie in `<data>/exports`. What an earlier process left unfinished is marked failed. */
export async function startExporting(data: string): Promise<Exporter> {
  const folder = path.join(data, "exports");
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    markInterrupted();
  } catch (error) {
    log.error({ err: error }, "interrupted exports could not be marked");
  }
  const exporter = buildExporter(folder);
  setExporter(exporter);
  return exporter;
}

function buildExporter(folder: string): Exporter {
  const lives = new Map<string, Life>();
  const changes = new EventEmitter().setMaxListeners(0);
  const getFile = (jobId: string) => path.join(folder, `${jobId}.pdf`);
  const change = (jobId: string, values: JobChange) => {
    write([getDb().update(jobs).set(values).where(eq(jobs.id, jobId))]);
    changes.emit(jobId);
  };
  return {
    getFile,
    preview: previewArticle,
    start(member, order) {
      const control = new AbortController();
      const ended = runJob(member, order, control.signal, getFile(order.jobId), (values) =>
        change(order.jobId, values),
      )
        // Only the row itself can fail to be written here; the next start marks such a job.
        .catch((error: unknown) => log.error({ err: error, jobId: order.jobId }, "export not recorded"))
        .finally(() => lives.delete(order.jobId));
      lives.set(order.jobId, { control, ended });
    },
    async cancel(jobId) {
      const life = lives.get(jobId);
      life?.control.abort(cancelled);
      await life?.ended;
      // One whose end could not be written, because the disk was full.
      if (!lives.has(jobId) && isUnended(jobId)) change(jobId, { state: "cancelled", endedAt: Date.now() });
    },
    async stop() {
      for (const { control } of lives.values()) control.abort(stopped);
      await Promise.all([...lives.values()].map(({ ended }) => ended));
    },
    watch(jobId, listener) {
      changes.on(jobId, listener);
      return () => changes.off(jobId, listener);
    },
  };
}

/** Whatever happens is told by the job's row; rejects only when that cannot be written. */
async function runJob(
  member: Member,
  { articleId, options }: ExportOrder,
  signal: AbortSignal,
  file: string,
  change: (values: JobChange) => void,
): Promise<void> {
  try {
    const onStage = (stage: JobStage) => change({ state: "running", stage, startedAt: Date.now() });
    const { pdf, fileName, pages, notices } = await exportArticle(member, articleId, options, {
      signal,
      onStage,
    });
    onStage("writing");
    await writeWhole(file, pdf);
    signal.throwIfAborted();
    const result = { fileName, pages, notices, fileBytes: pdf.length };
    change({ ...result, state: "done", stage: "done", endedAt: Date.now() });
  } catch (error) {
    await rm(file, { force: true });
    if (error === stopped) return;
    if (error === cancelled) change({ state: "cancelled", endedAt: Date.now() });
    else change(describeFailure(error));
  }
}

function describeFailure(error: unknown): JobChange {
  const { code, details } = describeError(isStorageFull(error) ? new AppError("storage-full") : error);
  // No code means "unexpected": the details then name the id in the log.
  const errorCode = code === "unexpected" ? null : code;
  return { state: "failed", errorCode, errorDetails: details, endedAt: Date.now() };
}

/** A file that is either there in full or not at all: half of one would keep a full disk full. */
async function writeWhole(file: string, data: Uint8Array): Promise<void> {
  const part = `${file}.part`;
  try {
    await writeFile(part, data, { mode: 0o600 });
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

function isUnended(jobId: string): boolean {
  const row = getDb().select({ state: jobs.state }).from(jobs).where(eq(jobs.id, jobId)).get();
  return row !== undefined && isActive(row);
}

function markInterrupted(): void {
  const interrupted = { state: "failed" as const, errorCode: "timed-out" as const, endedAt: Date.now() };
  write([
    getDb()
      .update(jobs)
      .set(interrupted)
      .where(inArray(jobs.state, ["waiting", "running"])),
  ]);
}
