/** Sets a book as a PDF in a child process that can be killed at any moment. */
import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#core/errors.ts";
import type { BilingualBook } from "#core/exporting/book.ts";
import type { ExportNotice, ExportOptions, JobStage } from "#core/exporting/options.ts";
import type { PdfReply } from "./pdf-child.ts";

export type RenderedPdf = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly notices: readonly ExportNotice[];
};
export type RenderControl = {
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: JobStage) => void;
  /** Milliseconds and bytes at the most; the child is killed beyond them. */
  readonly timeLimit?: number;
  readonly memoryLimit?: number;
};

let queue: Promise<unknown> = Promise.resolve();

/**
 * The PDF of a book; jobs run one after another. Throws AppError `timed-out` or `too-large` when the child had to be killed,
 * the signal's reason when the job was cancelled, and Error when the engine refused.
 */
export function renderPdf(
  book: BilingualBook,
  options: ExportOptions,
  control: RenderControl = {},
): Promise<RenderedPdf> {
  const job = queue.then(() => runChild(book, options, control));
  queue = job.catch(() => undefined);
  return job;
}

function runChild(book: BilingualBook, options: ExportOptions, control: RenderControl): Promise<RenderedPdf> {
  const { signal, onStage, timeLimit = 60_000, memoryLimit = 1_500_000_000 } = control;
  signal?.throwIfAborted();
  onStage?.("setting");
  const child = fork(join(import.meta.dirname, "pdf-child.ts"), {
    serialization: "advanced",
    execArgv: ["--expose-gc"],
    env: { NODE_ENV: "production" },
  });
  return new Promise<RenderedPdf>((resolve, reject) => {
    const stop = (reason: unknown) => {
      child.kill("SIGKILL");
      reject(reason);
    };
    const cancel = () => stop(signal?.reason);
    const timer = setTimeout(() => stop(new AppError("timed-out", { milliseconds: timeLimit })), timeLimit);
    const watch = setInterval(async () => {
      if ((await readMemory(child)) > memoryLimit) stop(new AppError("too-large", { bytes: memoryLimit }));
    }, 100);
    signal?.addEventListener("abort", cancel, { once: true });
    child.once("error", stop);
    child.once("message", (reply: PdfReply) =>
      reply.type === "done" ? resolve(reply) : reject(new Error(reply.reason)),
    );
    child.once("exit", () => {
      clearTimeout(timer);
      clearInterval(watch);
      signal?.removeEventListener("abort", cancel);
      reject(new Error("the PDF process ended early"));
    });
    child.send({ book, options });
  }).finally(() => child.kill("SIGKILL"));
}

/** Resident bytes of the child; 0 where the system does not tell. */
async function readMemory(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
  return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
}
