/** Starts and stops fixture servers, each a process of its own, for tests, soak and bench. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import type { Fixture } from "./fixture-article.ts";
import type { FixtureOptions } from "./fixture-server.ts";

export type RunningFixture = Fixture & {
  readonly port: number;
  readonly child: ChildProcess;
  /** What the server wrote to standard error so far. */
  readonly errors: string[];
  /** Runs a command in the server; rejects with its error's message. */
  command<Result = unknown>(name: string, details?: object): Promise<Result>;
  /** Ends the process; resolves with its exit code, or null when the signal ended it. */
  end(signal?: NodeJS.Signals): Promise<number | null>;
};

export function createFolder(): string {
  return mkdtempSync(path.join(tmpdir(), "duizhao-collab-"));
}

/** Starts a server on a data folder and waits until it listens. */
export async function startFixture(folder: string, options: FixtureOptions = {}): Promise<RunningFixture> {
  const server = path.join(import.meta.dirname, "fixture-server.ts");
  const child = spawn(process.execPath, [server, folder, JSON.stringify(options)], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const errors: string[] = [];
  child.stderr.setEncoding("utf8").on("data", (text: string) => errors.push(text));
  const exit = once(child, "exit");
  const line = once(createInterface(child.stdout), "line");
  const started = await Promise.race([line, exit.then(() => null)]);
  if (started === null) throw new Error(`the fixture server ended: ${errors.join("")}`);
  const fixture = JSON.parse(String(started[0])) as Fixture & { port: number };
  return {
    ...fixture,
    child,
    errors,
    command: (name, details = {}) => sendCommand(fixture.port, { name, ...details }),
    end: async (signal = "SIGTERM") => {
      child.kill(signal);
      const [code] = await exit;
      return typeof code === "number" ? code : null;
    },
  };
}

async function sendCommand<Result>(port: number, command: object): Promise<Result> {
  const response = await fetch(`http://127.0.0.1:${port}/`, {
    method: "POST",
    body: JSON.stringify(command),
  });
  const { result, error } = (await response.json()) as { result: Result; error?: string };
  if (error !== undefined) throw new Error(error);
  return result;
}
