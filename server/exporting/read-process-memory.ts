import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * Resident bytes of a process of ours, also while it is too busy to answer: from `/proc` on Linux, from `ps` on other
 * Unix systems. Null where neither tells (Windows, or a process that has just ended): there, only time limits a job.
 */
export async function readProcessMemory(pid: number): Promise<number | null> {
  try {
    const kilobytes = process.platform === "linux" ? await readStatus(pid) : await askPs(pid);
    return kilobytes > 0 ? kilobytes * 1024 : null;
  } catch {
    // It has ended, or the system has no such command: both mean "unknown", which the caller must live with.
    return null;
  }
}

async function readStatus(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
}

/** Kilobytes as every Unix `ps` tells them. Exported for its test, which runs on Linux too. */
export async function askPs(pid: number): Promise<number> {
  const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
  return Number(stdout);
}
