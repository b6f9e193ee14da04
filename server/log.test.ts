/** The log on a disk without room: Linux has a file that is always full; elsewhere one serves that may only be read. */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync } from "node:fs";
import { expect, test } from "vitest";

test.each([
  ["a line of the log", "log.error('a line'); log.error('another');"],
  [
    "more lines than may wait",
    "for (let count = 0; count < 300; count += 1) log.error('line '.repeat(1000));",
  ],
  ["a line of somebody else", "process.stderr.write('a line');"],
  [
    "a fault that nobody caught",
    "process.once('uncaughtException', (error) => log.fatal({ err: error }, 'a fault')); setImmediate(() => { throw new Error('a fault'); });",
  ],
])("%s that has no room does no harm", (_what, work) => {
  const script = `
    const { log } = await import("#server/log.ts");
    ${work}
    setTimeout(() => process.stdout.write("still here"), 10);`;
  const full = existsSync("/dev/full") ? openSync("/dev/full", "w") : openSync(import.meta.filename, "r");
  const { status, stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], {
    stdio: ["ignore", "pipe", full],
    encoding: "utf8",
    timeout: 20_000,
  });
  closeSync(full);
  expect({ status, stdout }).toEqual({ status: 0, stdout: "still here" });
});
