/** A process that sets pages: kept warm between jobs, replaced before it has grown old, killable at any moment. */
import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { AppError } from "#core/errors.ts";
import type { JobStage } from "#core/exporting/options.ts";
import { log } from "#server/log.ts";
import type { PdfReply, PdfRequest } from "./pdf-child.ts";
import { readProcessMemory } from "./read-process-memory.ts";
import { buildRestrictions } from "./restrict-process.ts";

export type PdfControl = {
  readonly signal?: AbortSignal;
  /** Milliseconds and bytes at the most; the child is killed beyond them. */
  readonly timeLimit?: number;
  readonly memoryLimit?: number;
  /** Hears when its turn has come. */
  readonly onStage?: (stage: JobStage) => void;
};
type Kept = { readonly child: ChildProcess; readonly jobs: number; readonly idle?: NodeJS.Timeout };
type DoneReply = Extract<PdfReply, { type: "done" }>;

/** A kept child is replaced after this many jobs, above this many resident bytes, and when nothing came for this long. */
export const jobLimit = 50;
const keptMemory = 700_000_000;
const idleLimit = 5 * 60_000;
/** Milliseconds between two looks at the memory of a child at work. */
const watchBeat = 100;

export class PdfProcess {
  #kept: Kept | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  /**
   * Sets one book; others wait their turn. Throws AppError `timed-out` or `too-large` when the child had to be killed, the
   * signal's reason when the job is cancelled (at once while it waits, else as soon as the child is dead), and Error when
   * the engine refused.
   */
  run(request: PdfRequest, control: PdfControl): Promise<DoneReply> {
    const job = endOnAbort(this.#queue, control.signal).then(() => {
      control.onStage?.("setting");
      return this.#ask(request, control);
    });
    // Only that it has ended is remembered: its reply holds a whole file.
    const ended = job.then(
      () => undefined,
      () => undefined,
    );
    this.#queue = Promise.all([this.#queue, ended]).then(() => undefined);
    return job;
  }

  /** The kept child's process id, for tests and measurements; null when none is kept. */
  get id(): number | null {
    return this.#kept?.child.pid ?? null;
  }

  async #ask(request: PdfRequest, control: PdfControl): Promise<DoneReply> {
    const { child, jobs } = this.#take();
    try {
      const reply = await converse(child, request, control);
      this.#keep(child, jobs + 1, reply.memory);
      return reply;
    } catch (error) {
      await kill(child);
      throw error;
    }
  }

  #take(): Kept {
    const mine = this.#kept;
    this.#kept = null;
    clearTimeout(mine?.idle);
    if (!mine?.child.connected) return { child: start(), jobs: 0 };
    mine.child.ref();
    mine.child.channel?.ref();
    return mine;
  }

  #keep(child: ChildProcess, jobs: number, memory: number): void {
    if (jobs >= jobLimit || memory > keptMemory) {
      child.kill("SIGKILL");
      return;
    }
    const idle = setTimeout(() => {
      this.#kept = null;
      child.kill("SIGKILL");
    }, idleLimit);
    // Waiting for a next job keeps nobody alive; the child ends with its channel.
    idle.unref();
    child.unref();
    child.channel?.unref();
    this.#kept = { child, jobs, idle };
  }
}

/** A job that still waits for its turn need not wait to be cancelled. */
function endOnAbort(turn: Promise<unknown>, signal: AbortSignal | undefined): Promise<unknown> {
  if (!signal) return turn;
  const { promise, reject } = Promise.withResolvers<never>();
  const cancel = () => reject(signal.reason);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  return Promise.race([promise, turn]).finally(() => signal.removeEventListener("abort", cancel));
}

function start(): ChildProcess {
  const child = fork(join(import.meta.dirname, "pdf-child.ts"), {
    serialization: "advanced",
    execArgv: ["--expose-gc", ...buildRestrictions()],
    // Nothing of ours: what sets foreign text knows no secrets.
    env: { NODE_ENV: "production" },
  });
  // Stays for the child's whole life: an error that nobody hears would end the server.
  child.on("error", (error) => {
    // One that we killed breaks the pipe of what it was being told.
    if (!child.killed) log.error({ err: error }, "the PDF process");
  });
  return child;
}

/** Resolves when the child has ended: it does not hear of signals in the middle of a page, but none can ignore this one. */
async function kill(child: ChildProcess): Promise<void> {
  const isAlive = child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  if (!isAlive) return;
  const { promise, resolve } = Promise.withResolvers<unknown>();
  child.once("exit", resolve);
  child.kill("SIGKILL");
  await promise;
}

function converse(
  child: ChildProcess,
  request: PdfRequest,
  { signal, timeLimit = 60_000, memoryLimit = 1_500_000_000 }: PdfControl,
): Promise<DoneReply> {
  const { promise, resolve, reject } = Promise.withResolvers<DoneReply>();
  const cancel = () => reject(signal?.reason);
  const die = () => reject(new Error("the PDF process ended early"));
  const hear = (reply: PdfReply) =>
    reply.type === "done" ? resolve(reply) : reject(new Error(reply.reason));
  const timer = setTimeout(() => reject(new AppError("timed-out", { milliseconds: timeLimit })), timeLimit);
  const watch = setInterval(async () => {
    const memory = (await readProcessMemory(child.pid ?? 0)) ?? 0;
    if (memory > memoryLimit) reject(new AppError("too-large", { bytes: memoryLimit }));
  }, watchBeat);
  if (signal?.aborted) cancel();
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
