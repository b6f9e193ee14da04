/**
 * Who serves this data folder: one process at a time. `lock-held` is held through the system, which lets go of it when the
 * process ends, however it ends; `lock` says by which process, and how commands reach it.
 */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { type Hold, holdFile, isFileHeld } from "#db/hold-file.ts";

export type Lock = {
  readonly pid: number;
  /** Which start of the machine it is of, where the system says so: for scripts, which have only the number to go by. */
  readonly boot: string | null;
  /** 0 while the holder is a command and serves nothing. */
  readonly port: number;
  /** Only the owner of the folder can read it (mode 0600); it opens the command channel. */
  readonly secret: string;
};

/** The folders that this process has. */
const held = new Map<string, Hold>();

/** The lock of a living process; null when the folder is free, and in the moment in which somebody takes it. */
export function findLock(folder: string): Lock | null {
  return isFileHeld(getHeldFile(folder)) ? readLock(folder) : null;
}

/** Takes the lock of a folder for this process; null when another has it, or this one already. */
export function takeLock(folder: string, port: number): Lock | null {
  mkdirSync(folder, { recursive: true });
  const hold = holdFile(getHeldFile(folder));
  if (!hold) return null;
  held.set(folder, hold);
  const secret = randomBytes(24).toString("base64url");
  try {
    return writeLock(folder, { pid: process.pid, boot: readBootId(), port, secret });
  } catch (error) {
    releaseLock(folder);
    throw error;
  }
}

/** Writes the port once it is known. */
export function updateLock(folder: string, lock: Lock, port: number): Lock {
  return writeLock(folder, { ...lock, port });
}

/** Gives the lock back, if this process has it. */
export function releaseLock(folder: string): void {
  const hold = held.get(folder);
  if (!hold) return;
  held.delete(folder);
  rmSync(getLockFile(folder), { force: true });
  // The held file stays: who waits for it has it open, and would hold one that nobody else sees any more.
  hold.release();
}

/** Only for the holder. At no moment is it half a file; what a crash left of one is written over. */
function writeLock(folder: string, lock: Lock): Lock {
  const next = path.join(folder, "lock-next");
  rmSync(next, { force: true });
  writeFileSync(next, JSON.stringify(lock), { mode: 0o600, flag: "wx" });
  renameSync(next, getLockFile(folder));
  return lock;
}

function readLock(folder: string): Lock | null {
  try {
    return JSON.parse(readFileSync(getLockFile(folder), "utf8")) as Lock;
  } catch (error) {
    const isMissing = error instanceof Error && "code" in error && error.code === "ENOENT";
    // What an earlier version, or a crash, left half written while its successor is just taking the folder.
    if (isMissing || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** What Linux calls the present start of the machine; null elsewhere. Unlike a time it stays when the clock is set. */
function readBootId(): string | null {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return null;
  }
}

function getLockFile(folder: string): string {
  return path.join(folder, "lock");
}

function getHeldFile(folder: string): string {
  return path.join(folder, "lock-held");
}
