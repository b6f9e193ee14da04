/** `data/lock`: who serves this data folder. One process at a time; commands find the living server through it. */
import { randomBytes } from "node:crypto";
import {
  constants,
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { uptime } from "node:os";
import path from "node:path";

export type Lock = {
  readonly pid: number;
  /** Which start of the machine it is of, where the system says so: numbers of processes come again after the next. */
  readonly boot: string | null;
  /** 0 while the holder is a command and serves nothing. */
  readonly port: number;
  /** Only the owner of the folder can read it (mode 0600); it opens the command channel. */
  readonly secret: string;
};

type Found = { readonly lock: Lock | null; readonly writtenAt: number };

/** Milliseconds by which the clock may have been set while the holder lived. */
const clockTolerance = 3600 * 1000;
/** Secrets of the locks that this process has: a file with its number alone may be an earlier process's. */
const held = new Set<string>();

/** The lock of a living process, null when the folder is free. A lock of a dead process does not count. */
export function findLock(folder: string): Lock | null {
  const found = readLock(getLockFile(folder));
  return found && isHeld(found) ? found.lock : null;
}

/**
 * Takes the lock of a folder for this process; null when another living process has it. The file comes whole, by a link
 * that only one of two who come at once can make.
 */
export function takeLock(folder: string, port: number): Lock | null {
  mkdirSync(folder, { recursive: true });
  const file = getLockFile(folder);
  const secret = randomBytes(24).toString("base64url");
  const lock: Lock = { pid: process.pid, boot: readBootId(), port, secret };
  const own = nameBeside(file);
  writeFileSync(own, JSON.stringify(lock), { mode: 0o600, flag: "wx" });
  try {
    for (let attempt = 0; attempt < 2; attempt += 1) {
      if (link(own, file)) {
        held.add(secret);
        return lock;
      }
      const found = readLock(file);
      if (found && isHeld(found)) return null;
      removeDead(file, found);
    }
    return null;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Writes the port once it is known, at no moment as half a file. */
export function updateLock(folder: string, lock: Lock, port: number): Lock {
  const known = { ...lock, port };
  const own = nameBeside(getLockFile(folder));
  writeFileSync(own, JSON.stringify(known), { mode: 0o600, flag: "wx" });
  renameSync(own, getLockFile(folder));
  return known;
}

/** Gives the lock back, if this process has it. */
export function releaseLock(folder: string): void {
  const lock = findLock(folder);
  if (!lock || !held.delete(lock.secret)) return;
  rmSync(getLockFile(folder), { force: true });
}

/** What is in the file, and since when; a lock of null is one that a crash cut short. Null when there is no file. */
function readLock(file: string): Found | null {
  try {
    const writtenAt = statSync(file).mtimeMs;
    return { writtenAt, lock: parseLock(readFileSync(file, "utf8")) };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function parseLock(text: string): Lock | null {
  try {
    // Versions before this one did not write the boot.
    return { boot: null, ...JSON.parse(text) } as Lock;
  } catch {
    return null;
  }
}

/** True while its process lives. */
function isHeld({ lock, writtenAt }: Found): boolean {
  if (!lock) return false;
  // In a container each process has the number of the one before it.
  if (lock.pid === process.pid) return held.has(lock.secret);
  return isOfThisBoot(lock.boot, writtenAt) && isAlive(lock.pid);
}

function isOfThisBoot(boot: string | null, writtenAt: number): boolean {
  const now = readBootId();
  if (now !== null && boot !== null) return boot === now;
  return writtenAt > Date.now() - uptime() * 1000 - clockTolerance;
}

/** What Linux calls the present start of the machine; null elsewhere. Unlike a time it stays when the clock is set. */
function readBootId(): string | null {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return null;
  }
}

/**
 * Removes the file of a dead process. Between the look and this another process may have put its own there: so the file
 * is moved away first, and moved back unless it is the one that was seen.
 */
function removeDead(file: string, seen: Found | null): void {
  const aside = nameBeside(file);
  try {
    renameSync(file, aside);
  } catch (error) {
    // Another was faster.
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return;
    throw error;
  }
  const moved = readLock(aside)?.lock;
  if (moved?.secret !== seen?.lock?.secret) link(aside, file);
  rmSync(aside, { force: true });
}

/** A second name for a file; false when the name is taken. */
function link(existing: string, name: string): boolean {
  try {
    linkSync(existing, name);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    return copy(existing, name);
  }
}

/** For file systems without links, as on most memory sticks. */
function copy(existing: string, name: string): boolean {
  try {
    copyFileSync(existing, name, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    throw error;
  }
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

function nameBeside(file: string): string {
  return `${file}-${randomBytes(8).toString("hex")}`;
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
