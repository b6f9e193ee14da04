/** What must not happen under a living server. Runs on Node 20, and reads the lock as `server/process/lock.ts` writes it. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./run-command.mjs";
import { stopWith } from "./stop-with.mjs";

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

function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function isOfThisBoot({ boot = null }) {
  try {
    return boot === null || boot === readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return true;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // It lives, but belongs to another user.
    return error.code === "EPERM";
  }
}
