import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { aDatabase } from "#db/builders.ts";
import { createCollaboration } from "#server/collab/collaboration.ts";
import { readLiveTarget } from "#server/collab/read-live.ts";
import { releaseLock, takeLock, updateLock } from "#server/process/lock.ts";
import { serveCommand } from "#server/process/serve-commands.ts";

const sample = path.join(import.meta.dirname, "../../samples/bridge.md");
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "duizhao-cli-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Outcome = { readonly code: number; readonly out: string; readonly error: string };

/** Runs the command line as people do: in a process of its own. */
function run(
  args: readonly string[],
  data = path.join(folder, "data"),
  added: Record<string, string> = {},
): Promise<Outcome> {
  const main = path.join(import.meta.dirname, "main.ts");
  const env = { ...process.env, DUIZHAO_DATA: data, DUIZHAO_DURABILITY: "normal", ...added };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...args], { env }, (failure, out, error) => {
      const code = failure ? Number(failure.code) : 0;
      resolve({ code, out, error: error.replace(/^.*ExperimentalWarning.*\n.*\n/gm, "") });
    });
  });
}

async function aLargeFile(): Promise<string> {
  const file = path.join(folder, "large.md");
  await writeFile(file, Buffer.alloc(10 * 1024 * 1024 + 1, "x"));
  return file;
}

async function importSample(
  data?: string,
): Promise<{ id: string; segments: { id: string; pid: string | null }[] }> {
  const { out } = await run(["import", sample, "--json"], data);
  return JSON.parse(out)[0];
}

describe("on a folder that nobody serves", () => {
  it("imports, sets, exports, backs up and restores", async () => {
    const { id, segments } = await importSample();
    expect(segments).toHaveLength(22);
    expect(segments[1]?.pid).toBe("k3Vt-x0Q");
    expect(await run(["set", id, segments[1]?.id ?? "", "By the water."])).toMatchObject({ code: 0 });
    // A pid and a text that look like options.
    expect(await run(["set", "--", id, "-Qm2ZbJe", "- so he said"])).toMatchObject({
      code: 0,
      out: "Segment 3 is set.\n",
    });
    const pdf = path.join(folder, "out.pdf");
    expect(await run(["export", id, "--layout", "columns", "--out", pdf])).toMatchObject({ code: 0 });
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe("%PDF-");
    const backup = path.join(folder, "backup.db");
    expect(await run(["backup", backup])).toMatchObject({ code: 0 });
    const restored = path.join(folder, "restored");
    expect(await run(["restore", backup], restored)).toMatchObject({ code: 0 });
    expect(await run(["set", id, "2", "Beside the water."], restored)).toMatchObject({ code: 0 });
    expect(await run(["restore", backup], restored)).toMatchObject({ code: 1 });
  });

  it("says what is wrong in one sentence and exits with 1", async () => {
    const { id } = await importSample();
    expect(await run(["import", sample])).toEqual({
      code: 1,
      out: "",
      error: `${sample}: It is in the library already, as ${id}.\n`,
    });
    const untitled = path.join(folder, "untitled.md");
    await writeFile(untitled, "<body><p>一</p></body>");
    expect((await run(["import", untitled])).error).toContain("give one with --title");
    expect(await run(["set", id, "99", "x"])).toMatchObject({
      code: 1,
      error: "There is no such segment.\n",
    });
    expect(await run(["set", "nobody", "1", "x"])).toMatchObject({
      code: 1,
      error: "There is no such article.\n",
    });
  });

  it.each([
    ["set", async (id: string) => ["set", id, "2", "x".repeat(20_001)], "20001 characters, at most 20000"],
    ["import", async () => ["import", await aLargeFile()], "10485761 bytes, at most 10485760"],
  ])("names the limit that %s passes", async (_name, build, limit) => {
    const { id } = await importSample();
    const { code, error } = await run(await build(id));
    expect({ code, error }).toEqual({ code: 1, error: expect.stringContaining(limit) });
    expect(error).not.toContain("undefined");
  });

  it("names a variable that is wrong", async () => {
    const { code, error } = await run(["set", "a", "1", "x"], undefined, { PORT: "abc" });
    expect({ code, error }).toEqual({ code: 1, error: expect.stringMatching(/^PORT is "abc": .*\n$/) });
  });

  it("shows the usage of a wrong call and exits with 2", async () => {
    const calls = [
      ["nonsense"],
      ["set", "a"],
      ["import"],
      ["export", "a"],
      ["backup"],
      ["import", "--what", "a"],
    ];
    for (const args of calls) {
      const { code, out, error } = await run(args);
      expect([code, out], args.join(" ")).toEqual([2, ""]);
      expect(error).toMatch(/^Usage: /);
    }
  });

  it("explains every command", async () => {
    for (const name of ["import", "set", "export", "backup", "restore", "parse"]) {
      const { code, out, error } = await run([name, "--help"]);
      expect([code, error]).toEqual([0, ""]);
      expect(out).toContain(name);
    }
  });
});

it("works through the server that holds the folder, and only with its secret", async () => {
  const database = aDatabase();
  const collaboration = createCollaboration();
  const lock = takeLock(database.folder, 0);
  if (!lock) throw new Error("the folder of this test is taken");
  const server = createServer((request, response) => void serveCommand(request, response, lock));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  updateLock(database.folder, lock, port);
  try {
    const { id, segments } = await importSample(database.folder);
    const segmentId = segments[1]?.id ?? "";
    await run(["set", id, segmentId, "By the water."], database.folder);
    expect((await readLiveTarget(segmentId)).content).toEqual([{ type: "text", text: "By the water." }]);
    const answer = await fetch(`http://127.0.0.1:${port}/__command`, {
      method: "POST",
      headers: { "x-duizhao-secret": "guessed" },
      body: JSON.stringify({ name: "backup", args: { file: "/tmp/never" } }),
    });
    expect(answer.status).toBe(404);
    const unknown = await run(["backup", "/missing/x.db"], database.folder);
    expect(unknown).toMatchObject({ code: 1, error: "There is no such folder.\n" });
    const large = await run(["import", await aLargeFile()], database.folder);
    expect(large).toMatchObject({ code: 1, error: expect.stringContaining("at most 10485760") });
    const restoring = await run(["restore", "/nowhere"], database.folder);
    expect(restoring).toMatchObject({ code: 1, error: expect.stringContaining("is in use") });
  } finally {
    server.close();
    releaseLock(database.folder);
    await collaboration.destroy();
    database.close();
  }
});
