/** The process that sets pages: kept warm between jobs, replaced before it has grown old, killable at any moment. */
import { type ChildProcess, fork } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AppError } from "#core/errors.ts";
import { log } from "#server/log.ts";
import type { PdfReply, PdfRequest } from "./pdf-child.ts";

export type PdfLimits = {
  readonly signal?: AbortSignal;
  /** Milliseconds and bytes at the most; the child is killed beyond them. */
  readonly timeLimit?: number;
  readonly memoryLimit?: number;
};
type Kept = { readonly child: ChildProcess; readonly jobs: number; readonly idle: NodeJS.Timeout };
type DoneReply = Extract<PdfReply, { type: "done" }>;

/** A kept child is replaced after this many jobs, above this many resident bytes, and when nothing came for this long. */
const jobLimit = 50;
const keptMemory = 700_000_000;
const idleLimit = 5 * 60_000;

let kept: Kept | null = null;

/** Sets one book; the caller runs one at a time. Throws as `renderPdf`. */
export async function askPdfProcess(request: PdfRequest, limits: PdfLimits): Promise<DoneReply> {
  const { child, jobs } = take();
  try {
    const reply = await converse(child, request, limits);
    await keep(child, jobs + 1);
    return reply;
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

/** The kept child's process id, for measurements; null when none is kept. */
export function getPdfProcessId(): number | null {
  return kept?.child.pid ?? null;
}

function take(): { readonly child: ChildProcess; readonly jobs: number } {
  const mine = kept;
  kept = null;
  if (mine) clearTimeout(mine.idle);
  if (mine?.child.connected) {
    mine.child.ref();
    mine.child.channel?.ref();
    return mine;
  }
  const child = fork(join(import.meta.dirname, "pdf-child.ts"), {
    serialization: "advanced",
    execArgv: ["--expose-gc"],
    // Nothing of ours: what sets foreign text knows no secrets.
    env: { NODE_ENV: "production" },
  });
  // Stays for the child's whole life: an error that nobody hears would end the server.
  child.on("error", (error) => {
    // One that we killed breaks the pipe of what it was being told.
    if (!child.killed) log.error({ err: error }, "the PDF process");
  });
  return { child, jobs: 0 };
}

async function keep(child: ChildProcess, jobs: number): Promise<void> {
  if (jobs >= jobLimit || (await readMemory(child)) > keptMemory) {
    child.kill("SIGKILL");
    return;
  }
  const idle = setTimeout(() => {
    kept = null;
    child.kill("SIGKILL");
  }, idleLimit);
  // Waiting for a next job keeps nobody alive; the child ends with its channel.
  idle.unref();
  child.unref();
  child.channel?.unref();
  kept = { child, jobs, idle };
}

function converse(
  child: ChildProcess,
  request: PdfRequest,
  { signal, timeLimit = 60_000, memoryLimit = 1_500_000_000 }: PdfLimits,
): Promise<DoneReply> {
  const { promise, resolve, reject } = Promise.withResolvers<DoneReply>();
  const cancel = () => reject(signal?.reason);
  const die = () => reject(new Error("the PDF process ended early"));
  const hear = (reply: PdfReply) =>
    reply.type === "done" ? resolve(reply) : reject(new Error(reply.reason));
  const timer = setTimeout(() => reject(new AppError("timed-out", { milliseconds: timeLimit })), timeLimit);
  const watch = setInterval(async () => {
    if ((await readMemory(child)) > memoryLimit) reject(new AppError("too-large", { bytes: memoryLimit }));
  }, 100);
  signal?.addEventListener("abort", cancel, { once: true });
  child.on("error", reject).on("exit", die).on("message", hear);
  child.send(request);
  return promise.finally(() => {
    clearTimeout(timer);
    clearInterval(watch);
    signal?.removeEventListener("abort", cancel);
    child.off("error", reject).off("exit", die).off("message", hear);
  });
}

/** Resident bytes of the child; 0 where the system does not tell. */
async function readMemory(child: ChildProcess): Promise<number> {
  const status = await readFile(`/proc/${child.pid}/status`, "utf8").catch(() => "");
  return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
}
