/** The real production server, with a data folder of its own and a port that the system chooses. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { serverArguments } from "#scripts/server-arguments.mjs";

type ServerProcess = {
  /** For example "http://localhost:40123". */
  readonly url: string;
  /** Absolute path of its data folder. */
  readonly data: string;
  readonly pid: number;
  /** What it has printed so far, on both streams. */
  readonly readLog: () => string;
  /** Gives a message to the module that was loaded before our own, and waits for its answer. */
  readonly ask: (message: object) => Promise<void>;
  /** Asks it to end (SIGTERM by default) and waits until it has; the data stays. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<void>;
};

export type RunningServer = ServerProcess & {
  /** Stops it, if it still runs, and starts it again on the same port; on another data folder when one is named. */
  readonly restart: (data?: string) => Promise<void>;
};

export type ServerOptions = {
  /** Data folder to serve; a temporary one when left out. */
  readonly data?: string;
  /** A module of the test's that the process loads before our own. */
  readonly preload?: string;
  /** Variables to add to its environment. */
  readonly env?: Record<string, string>;
};

/** Milliseconds after which a server that says nothing hangs. */
const startLimit = 90_000;
/** Milliseconds for a story's server: its folder may have to be filled, and it is stopped in the same time. */
export const serverLimit = 2 * startLimit;
const readyLine = /Duizhao is ready at (http:\/\/\S+)/;

/** A new empty folder for a server's data; remove it with `removeFolder`. */
export function createDataFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "duizhao-e2e-"));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Starts the server on the build in DUIZHAO_BUILD (".next-test") and resolves once it says that it is ready.
 * @throws Error with what it printed, when it ends or says nothing for so long
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  let current = await startProcess(options);
  const port = new URL(current.url).port;
  return {
    get url() {
      return current.url;
    },
    get data() {
      return current.data;
    },
    get pid() {
      return current.pid;
    },
    readLog: () => current.readLog(),
    ask: (message) => current.ask(message),
    stop: (signal) => current.stop(signal),
    restart: async (data = current.data) => {
      await current.stop();
      current = await startProcess({ ...options, data, env: { ...options.env, PORT: port } });
    },
  };
}

async function startProcess({
  data = createDataFolder(),
  preload,
  env,
}: ServerOptions): Promise<ServerProcess> {
  const loaded = preload === undefined ? [] : ["--import", preload];
  const child = spawn(process.execPath, [...loaded, ...serverArguments], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DUIZHAO_BUILD: process.env.DUIZHAO_BUILD ?? ".next-test",
      DUIZHAO_DATA: data,
      HOST: "127.0.0.1",
      PORT: "0",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  let log = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      log += text;
    });
  }
  const url = await waitUntilReady(child, () => log);
  return {
    url,
    data,
    pid: child.pid ?? 0,
    readLog: () => log,
    ask: async (message) => {
      child.send(message);
      await once(child, "message");
    },
    stop: (signal) => stopChild(child, signal),
  };
}

function waitUntilReady(child: ChildProcess, readLog: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (reason: string) => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(new Error(`The server ${reason}. It printed:\n${readLog()}`));
    };
    const timer = setTimeout(() => fail(`was not ready after ${startLimit / 1000} s`), startLimit);
    child.once("error", (error) => fail(`could not be started (${error.message})`));
    child.once("exit", (code) => fail(`ended with code ${code} before it was ready`));
    child.stdout?.on("data", () => {
      const url = readyLine.exec(readLog())?.[1];
      if (!url) return;
      clearTimeout(timer);
      child.removeAllListeners("exit");
      resolve(url);
    });
  });
}

async function stopChild(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  await ended;
}
