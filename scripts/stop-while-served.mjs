/**
 * What must not happen under a living server. Runs on Node 20, and reads the lock as `server/process/lock.ts` writes it.
 * Without packages it cannot ask whether the lock is held: it goes by the number of the process.
 */
import { readFileSync, statSync } from "node:fs";
import { uptime } from "node:os";
import path from "node:path";
import { projectFolder } from "./run-command.mjs";
import { stopWith } from "./stop-with.mjs";

/** Milliseconds by which the clock may have been set while the holder lived. */
const clockTolerance = 3600 * 1000;

/**
 * Ends the script with one sentence while a process serves the data folder: it reads its packages and pages as it needs
 * them, and would break when they are replaced.
 * @param {string} what for example "packages"
 */
export function stopWhileServed(what) {
  const folder = path.resolve(projectFolder, process.env.DUIZHAO_DATA ?? "data");
  const lock = readLock(path.join(folder, "lock"));
  if (!lock || !isOfThisBoot(lock) || !isAlive(lock.pid)) return;
  stopWith(
    `Duizhao is running on ${folder} (process ${lock.pid}), and its ${what} are older than the sources. Stop it first, then try again.`,
  );
}

/** What is in the file, and since when; null when there is none, or half of one. */
function readLock(file) {
  try {
    return { ...JSON.parse(readFileSync(file, "utf8")), writtenAt: statSync(file).mtimeMs };
  } catch {
    return null;
  }
}

/** Numbers of processes come again after the next start of the machine. */
function isOfThisBoot({ boot = null, writtenAt }) {
  const now = readBootId();
  if (now !== null && boot !== null) return boot === now;
  return writtenAt > Date.now() - uptime() * 1000 - clockTolerance;
}

function readBootId() {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return null;
  }
}

function isAlive(pid) {
  // In a container each process has the number of the one before it.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, but belongs to another user.
    return error.code === "EPERM";
  }
}
