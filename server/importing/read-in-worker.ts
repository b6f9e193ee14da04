/** Reading off the main event loop: a hostile file neither stops the server nor takes it down. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode, type ErrorDetails } from "#core/errors.ts";
import { importLimits } from "#core/importing/limits.ts";
import type { ParsedArticle } from "#core/importing/parsed-article.ts";

const timeLimit = 10_000;
const workerLimit = 2;

export type ReadInput =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "paste"; readonly html: string | null; readonly text: string | null };
export type ReadResult =
  | { readonly article: ParsedArticle }
  | { readonly refused: { readonly code: ErrorCode; readonly details: ErrorDetails } };

let running = 0;
const queue: (() => void)[] = [];

/** Reads a file or a paste. Throws what the reader throws, and `timed-out`. At most two run at once, the rest wait. */
export async function readInWorker(input: ReadInput): Promise<ParsedArticle> {
  const size =
    input.kind === "file" ? input.bytes.length : (input.html?.length ?? 0) + (input.text?.length ?? 0);
  if (size > importLimits.bytes)
    throw new AppError("too-large", { what: "file", limit: importLimits.bytes, value: size });
  if (running >= workerLimit) await new Promise<void>((resolve) => queue.push(resolve));
  running += 1;
  try {
    return await runWorker(input);
  } finally {
    running -= 1;
    queue.shift()?.();
  }
}

function runWorker(input: ReadInput): Promise<ParsedArticle> {
  return new Promise((resolve, reject) => {
    // By path from the project's folder: Next's bundled copy of this module has no neighbour files.
    const file = path.join(process.cwd(), "server", "importing", "read-worker.ts");
    const worker = new Worker(file, { workerData: input, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const timer = setTimeout(
      () => finish(() => reject(new AppError("timed-out", { what: "reading" }))),
      timeLimit,
    );
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      settle();
      void worker.terminate();
    };
    worker.once("message", (result: ReadResult) =>
      finish(() => {
        if ("article" in result) resolve(result.article);
        else reject(new AppError(result.refused.code, result.refused.details));
      }),
    );
    worker.once("error", (error) =>
      finish(() => {
        const isMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
        reject(isMemory ? new AppError("too-large", { what: "memory", limit: 512, value: 512 }) : error);
      }),
    );
  });
}
