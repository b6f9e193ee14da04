/** What the server says when it cannot start: one sentence, and an exit code. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDataFolder, type RunningServer, removeFolder, startServer } from "#e2e/support/server.ts";
import { serverArguments } from "#scripts/server-arguments.mjs";

let running: RunningServer;
const folders: string[] = [];

beforeAll(async () => {
  running = await startServer();
});

afterAll(async () => {
  await running.stop();
  for (const folder of [running.data, ...folders]) removeFolder(folder);
});

function aFolder(): string {
  const folder = createDataFolder();
  folders.push(folder);
  return folder;
}

/** Starts a server that is expected to give up; what it printed and its exit code. */
async function start(env: Record<string, string>): Promise<{ code: number | null; printed: string }> {
  const own = { HOST: "127.0.0.1", PORT: "0", DUIZHAO_DATA: running.data };
  const child = spawn(process.execPath, serverArguments, {
    env: { ...process.env, NODE_ENV: "production", ...own, ...env },
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      // One that starts after all must not keep the test waiting.
      if (printed.includes("ready at")) child.kill();
    });
  }
  const [code] = await once(child, "close");
  return { code, printed: printed.trim() };
}

describe("a server that cannot start", () => {
  test.each(["0.0.0.0", "192.168.0.1", "example.org", "::"])(
    "does not serve the world from %s, since there are no accounts",
    async (host) => {
      const { code, printed } = await start({ HOST: host, DUIZHAO_DATA: aFolder() });
      expect(code).toBe(1);
      expect(printed).toBe(
        `HOST is ${host}: without accounts Duizhao serves this machine only. Leave HOST unset, or set it to 127.0.0.1.`,
      );
    },
  );

  test.each([
    ["PORT", "abc", 'PORT is "abc": set it to a whole number from 0 to 65535, or leave it unset.'],
    ["PORT", "70000", 'PORT is "70000": set it to a whole number from 0 to 65535, or leave it unset.'],
    [
      "DUIZHAO_DURABILITY",
      "none",
      'DUIZHAO_DURABILITY is "none": set it to "full" or "normal", or leave it unset.',
    ],
  ])("names %s that is %s", async (name, value, printed) => {
    expect(await start({ [name]: value })).toEqual({ code: 1, printed });
  });

  test("names the folder that another serves", async () => {
    const { code, printed } = await start({});
    expect(code).toBe(1);
    expect(printed).toBe(
      `Another Duizhao is serving ${running.data}. Stop it first, or set DUIZHAO_DATA to another folder.`,
    );
  });

  test("names the port that is taken, and frees the folder again", async () => {
    const { port } = new URL(running.url);
    const data = aFolder();
    const first = await start({ PORT: port, DUIZHAO_DATA: data });
    expect(first).toEqual({
      code: 1,
      printed: `Port ${port} is taken. Stop what uses it, or set PORT to another number.`,
    });
    expect((await start({ PORT: port, DUIZHAO_DATA: data })).printed).toBe(first.printed);
  });

  test("names a folder that is none", async () => {
    const file = path.join(aFolder(), "file");
    writeFileSync(file, "");
    const { code, printed } = await start({ DUIZHAO_DATA: file });
    expect(code).toBe(1);
    expect(printed).toContain(file);
    expect(printed.split("\n")).toHaveLength(1);
  });
});
