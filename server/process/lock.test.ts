import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findLock, releaseLock, takeLock, updateLock } from "./lock.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "duizhao-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that says "ready", and at every word whether it could take the folder. */
function spawnTaker() {
  const script = `
    const { takeLock } = await import("#server/process/lock.ts");
    process.stdin.on("data", () => {
      process.stdout.write(takeLock(${JSON.stringify(folder)}, 3000) ? "taken" : "refused");
    });
    process.stdin.on("end", () => process.exit());
    process.stdout.write("ready");`;
  return spawn(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["pipe", "pipe", "inherit"],
  });
}

test("one process has it, under its port once that is known, and gives it back", () => {
  const lock = takeLock(folder, 0);
  expect(takeLock(folder, 0)).toBeNull();
  const known = updateLock(folder, lock ?? expect.fail(), 4000);
  expect(findLock(folder)).toEqual(known);
  expect(readdirSync(folder)).toEqual(["lock", "lock-held"]);
  expect(statSync(path.join(folder, "lock")).mode & 0o777).toBe(0o600);
  releaseLock(folder);
  expect(findLock(folder)).toBeNull();
  expect(readdirSync(folder)).toEqual(["lock-held"]);
});

test.each([
  // The process that runs the tests lives, as somebody else's would under the number of one that a power loss ended.
  [
    "of a number that another process has by now",
    { pid: process.ppid, boot: null, port: 3000, secret: "old" },
  ],
  ["of an earlier process under this number", { pid: process.pid, boot: null, port: 3000, secret: "old" }],
  ["that a crash cut short", '{"pid":'],
])("a lock %s is taken over, and nothing is left of it", (_what, lock) => {
  writeFileSync(path.join(folder, "lock"), typeof lock === "string" ? lock : JSON.stringify(lock));
  for (const name of ["lock-next", "lock-held"]) writeFileSync(path.join(folder, name), "");
  expect(findLock(folder)).toBeNull();
  const mine = takeLock(folder, 0);
  expect(findLock(folder)).toEqual(mine);
  expect(readdirSync(folder)).toEqual(["lock", "lock-held"]);
  releaseLock(folder);
});

test("of many processes that come at once one takes the folder, and the next when that one is killed", async () => {
  const children = Array.from({ length: 8 }, spawnTaker);
  await Promise.all(children.map(({ stdout }) => once(stdout, "data")));
  for (const _round of [1, 2, 3]) {
    const answers = children.map(({ stdout }) => once(stdout, "data"));
    for (const { stdin } of children) stdin.write("go");
    const told = (await Promise.all(answers)).map(([data]) => String(data));
    expect(told.filter((each) => each === "taken")).toHaveLength(1);
    const holder = children.splice(told.indexOf("taken"), 1)[0] ?? expect.fail();
    expect(findLock(folder)).toMatchObject({ pid: holder.pid, port: 3000 });
    expect(takeLock(folder, 0)).toBeNull();
    holder.kill("SIGKILL");
    await once(holder, "exit");
    expect(findLock(folder)).toBeNull();
  }
  for (const { stdin } of children) stdin.end();
});
