/** Reading off the main event loop: a hostile file neither stops the server nor takes it down. */
import path from "node:path";
import { Worker } from "node:worker_threads";
import { AppError, type ErrorCode, type ErrorDetails } from "#core/errors.ts";
import { checkLimit } from "#core/importing/limits.ts";
import type { ParsedArticle } from "#core/importing/parsed-article.ts";

export type ReadInput =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "paste"; readonly html: string | null; readonly text: string | null };

export type ReadResult =
  | { readonly article: ParsedArticle }
  | { readonly refused: { readonly code: ErrorCode; readonly details: ErrorDetails } };

export type ReadOptions = {
  /** Milliseconds until the thread is stopped. */
  readonly timeLimit: number;
  /** Megabytes of the thread's memory. */
  readonly memoryLimit: number;
};

const usualOptions: ReadOptions = { timeLimit: 10_000, memoryLimit: 512 };
const workerLimit = 2;

const key = Symbol.for("duizhao.reading");
// Nobody else uses the symbol.
const holder = globalThis as { [key]?: Queue };

type Queue = { running: number; readonly waiting: (() => void)[] };

/**
 * Reads a file or a paste. Throws AppErrors: what the reader throws (`unreadable-file`, `too-large`), `timed-out`, and
 * `too-large` {what: "memory"} when the thread outgrows its memory. At most two run at once in the process; the rest wait.
 */
export async function readInWorker(input: ReadInput, options = usualOptions): Promise<ParsedArticle> {
  if (input.kind === "file") checkLimit("bytes", input.bytes.length);
  else checkLimit("bytes", Math.max(input.html?.length ?? 0, input.text?.length ?? 0));
  const queue = getQueue();
  if (queue.running < workerLimit) queue.running += 1;
  // Whoever ends hands over the place, so that nobody slips in between.
  else await new Promise<void>((resolve) => queue.waiting.push(resolve));
  try {
    return await runWorker(input, options);
  } finally {
    const next = queue.waiting.shift();
    if (next) next();
    else queue.running -= 1;
  }
}

/** One queue for the process: Next bundles its own copy of this module beside the one that Node loads. */
function getQueue(): Queue {
  holder[key] ??= { running: 0, waiting: [] };
  return holder[key];
}

async function runWorker(input: ReadInput, { timeLimit, memoryLimit }: ReadOptions): Promise<ParsedArticle> {
  // By path from the project's folder: a bundled copy of this module has no neighbour files.
  const worker = new Worker(path.join(process.cwd(), "server", "importing", "read-worker.ts"), {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: memoryLimit },
    env: {},
    execArgv: [],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    const result = await new Promise<ReadResult>((resolve, reject) => {
      timer = setTimeout(() => reject(new AppError("timed-out", { what: "reading" })), timeLimit);
      worker.once("message", resolve);
      worker.once("error", (error) => reject(isOutOfMemory(error) ? buildMemoryError(memoryLimit) : error));
      worker.once("exit", (code) =>
        reject(new Error(`the reading thread ended without an answer (${code})`)),
      );
    });
    if ("article" in result) return result.article;
    throw new AppError(result.refused.code, result.refused.details);
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
}

function buildMemoryError(limit: number): AppError {
  return new AppError("too-large", { what: "memory", limit, value: limit });
}
