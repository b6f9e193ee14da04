/** Runs a child process to its end; a signal that ends us ends it too. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

const running = new Set();
let endedBySignal = false;
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.on(signal, () => {
    endedBySignal = true;
    if (running.size === 0) process.exit(signal === "SIGINT" ? 130 : 143);
    for (const child of running) child.kill(signal);
  });
}

// npm runs us through a shell: told to stop, npm ends the shell alone, and we get another parent.
if (process.env.npm_lifecycle_event !== undefined) {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
  }, 500).unref();
}

/** True once we were told to stop: whatever a child answered then is no error of its own. */
export function isEndedBySignal() {
  return endedBySignal;
}

/** Adds the settings of a `.env` beside the sources to the environment, which goes first. */
export function readSettings() {
  const file = path.join(projectFolder, ".env");
  // Node 20 reads such files from 20.12 on.
  if (existsSync(file)) process.loadEnvFile?.(file);
}

/** The environment of every tool we run: the project's own programs first on the PATH, telemetry off. */
export function buildEnvironment(added = {}) {
  const programs = path.join(projectFolder, "node_modules", ".bin");
  return {
    ...process.env,
    PATH: `${programs}${path.delimiter}${process.env.PATH ?? ""}`,
    NEXT_TELEMETRY_DISABLED: "1",
    // Compiled modules are kept between starts; Node itself sees to their freshness.
    NODE_COMPILE_CACHE: path.join(projectFolder, "node_modules", ".cache", "compiled"),
    DO_NOT_TRACK: "1",
    ...added,
  };
}

/**
 * Runs `program` in the project's folder and resolves to its exit code (128 + n after a signal, 127 when it cannot run).
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, stdio?: import("node:child_process").StdioOptions, limit?: number }} options
 *   env: variables to add; limit: milliseconds after which it is killed, with all it started.
 * @returns {Promise<number>}
 */
export function runCommand(program, args, { env, stdio = "inherit", limit } = {}) {
  return new Promise((resolve) => {
    const isWindowsScript = process.platform === "win32" && !program.endsWith(".exe");
    const isGroup = limit !== undefined && process.platform !== "win32";
    const child = spawn(program, args, {
      cwd: projectFolder,
      env: buildEnvironment(env),
      stdio,
      shell: isWindowsScript,
      detached: isGroup,
    });
    running.add(child);
    const timer = limit === undefined ? undefined : setTimeout(() => endGroup(child, isGroup), limit);
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve(code);
    };
    child.on("error", () => finish(127));
    child.on("exit", (code, signal) => finish(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}

function endGroup(child, isGroup) {
  process.stdout.write("This took too long and was stopped.\n");
  if (isGroup && child.pid) process.kill(-child.pid, "SIGKILL");
  else child.kill("SIGKILL");
}
