/** Runs a reader in a thread of its own: one input, one answer. */
import { parentPort, workerData } from "node:worker_threads";
import { isAppError } from "#core/errors.ts";
import { readPaste, readZhihuFile } from "#core/importing/read-article.ts";
import type { ReadInput, ReadResult } from "./read-in-worker.ts";

// Only `readInWorker` starts this file, with exactly this.
const input = workerData as ReadInput;

function read(): ReadResult {
  try {
    return { article: input.kind === "file" ? readZhihuFile(input.bytes) : readPaste(input) };
  } catch (error) {
    if (isAppError(error)) return { refused: { code: error.code, details: error.details } };
    throw error;
  }
}

parentPort?.postMessage(read());
