/** `data/lock`: who serves this data folder. One process at a time; commands find the living server through it. */
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export type Lock = {
  readonly pid: number;
  /** 0 while the holder is a command and serves nothing. */
  readonly port: number;
  /** Only the owner of the folder can read it (mode 0600); it opens the command channel. */
  readonly secret: string;
};

/** The lock of a living process, null when the folder is free. A lock of a dead process does not count. */
export function findLock(folder: string): Lock | null {
  try {
    const lock = JSON.parse(readFileSync(getLockFile(folder), "utf8")) as Lock;
    return isAlive(lock.pid) ? lock : null;
  } catch {
    // No file, or one that a crash cut short: nobody holds it.
    return null;
  }
}

/**
 * Takes the lock of a folder for this process; null when another living process has it. The file is made with `wx`, so
 * that of two that come at once only one succeeds.
 */
export function takeLock(folder: string, port: number): Lock | null {
  mkdirSync(folder, { recursive: true });
  const lock: Lock = { pid: process.pid, port, secret: randomBytes(24).toString("base64url") };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      writeFileSync(getLockFile(folder), JSON.stringify(lock), { mode: 0o600, flag: "wx" });
      return lock;
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      if (findLock(folder)) return null;
      rmSync(getLockFile(folder), { force: true });
    }
  }
  return null;
}

/** Writes the port once it is known. */
export function updateLock(folder: string, lock: Lock, port: number): Lock {
  const known = { ...lock, port };
  writeFileSync(getLockFile(folder), JSON.stringify(known), { mode: 0o600 });
  return known;
}

export function releaseLock(folder: string): void {
  if (findLock(folder)?.pid === process.pid) rmSync(getLockFile(folder), { force: true });
}

function getLockFile(folder: string): string {
  return path.join(folder, "lock");
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to another user.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
