import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findLock, releaseLock, takeLock, updateLock } from "./lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "duizhao-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function writeLock(lock: object | string): void {
  writeFileSync(path.join(folder, "lock"), typeof lock === "string" ? lock : JSON.stringify(lock));
}

test("one process has it, under its port once that is known, and gives it back", () => {
  const lock = takeLock(folder, 0);
  expect(takeLock(folder, 0)).toBeNull();
  const known = updateLock(folder, lock ?? expect.fail(), 4000);
  expect(findLock(folder)).toEqual(known);
  expect(readdirSync(folder)).toEqual(["lock"]);
  releaseLock(folder);
  expect(readdirSync(folder)).toEqual([]);
});

describe("a lock that nobody holds any more", () => {
  // The process that runs the tests lives, as somebody else's would under the number of one that a power loss ended.
  const living = { pid: process.ppid, port: 3000, secret: "old" };
  test.each([
    ["of an earlier start of the machine", { ...living, boot: "another" }],
    ["of an earlier process under this number", { ...living, pid: process.pid, boot: null }],
    ["of a process that is gone", { ...living, pid: 2 ** 22 + 1, boot: null }],
    ["that a crash cut short", '{"pid":'],
  ])("%s is taken over", (_what, lock) => {
    writeLock(lock);
    expect(findLock(folder)).toBeNull();
    const mine = takeLock(folder, 0);
    expect(findLock(folder)).toEqual(mine);
    expect(readdirSync(folder)).toEqual(["lock"]);
    releaseLock(folder);
  });

  test("where the system has no name for its start, by the time", () => {
    writeLock({ ...living, boot: null });
    expect(takeLock(folder, 0)).toBeNull();
    utimesSync(path.join(folder, "lock"), 1000, 1000);
    expect(takeLock(folder, 0)).not.toBeNull();
    releaseLock(folder);
  });
});

test("the lock of a living process that does not say its boot, as earlier versions wrote it, holds", () => {
  writeLock({ pid: process.ppid, port: 3000, secret: "old" });
  expect(findLock(folder)?.port).toBe(3000);
  expect(takeLock(folder, 0)).toBeNull();
});

test("of many processes that find the same dead lock one takes it over", async () => {
  const script = `
    const { takeLock } = await import("#server/process/lock.ts");
    process.stdin.once("data", () => {
      process.stdout.write(takeLock(${JSON.stringify(folder)}, 0) ? "taken" : "refused");
      process.stdin.on("end", () => process.exit());
    });
    process.stdout.write("ready");`;
  const children = Array.from({ length: 8 }, () =>
    spawn(process.execPath, ["--input-type=module", "--eval", script], {
      stdio: ["pipe", "pipe", "inherit"],
    }),
  );
  await Promise.all(children.map(({ stdout }) => once(stdout, "data")));
  writeLock({ pid: 2 ** 22 + 1, boot: null, port: 0, secret: "old" });
  const answers = children.map(({ stdout }) => once(stdout, "data"));
  for (const { stdin } of children) stdin.write("go");
  const told = (await Promise.all(answers)).map(([data]) => String(data));
  for (const { stdin } of children) stdin.end();
  expect(told.filter((each) => each === "taken")).toHaveLength(1);
  expect(readdirSync(folder)).toEqual(["lock"]);
  expect(readFileSync(path.join(folder, "lock"), "utf8")).toContain('"secret"');
});
