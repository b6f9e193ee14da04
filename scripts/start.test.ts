/** The scripts in a project of their own, beside a process that serves its data. They are plain Node and bring no packages. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeLock } from "#server/process/lock.ts";

let project: string;
beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), "duizhao-project-"));
  cpSync(path.join(import.meta.dirname, "."), path.join(project, "scripts"), { recursive: true });
  place("server/cli/main.ts", 'process.stdout.write("the command ran");');
  place("node_modules/.package-lock.json", { packages: {} });
  place("package-lock.json", { packages: { "": {} } });
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function place(name: string, content: object | string): void {
  const file = path.join(project, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
}

/** Without a PATH there is no npm: nothing can be installed by mistake. */
function run(script: string): { code: number | null; printed: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(project, "scripts", script)], {
    env: { NODE_ENV: "production", PATH: "" },
    encoding: "utf8",
  });
  return { code: status, printed: (stdout + stderr).trim() };
}

const wantsPackages = { packages: { "": {}, "node_modules/next": { version: "1.0.0" } } };

test.each([
  ["duizhao.mjs", "packages"],
  ["start.mjs", "packages"],
  ["start.mjs", "pages"],
])("%s replaces no %s under a living server", (script, what) => {
  if (what === "packages") place("package-lock.json", wantsPackages);
  const folder = path.join(project, "data");
  takeLock(folder, 3000);
  expect(run(script)).toEqual({
    code: 1,
    printed: `Duizhao is running on ${folder} (process ${process.pid}), and its ${what} are older than the sources. Stop it first, then try again.`,
  });
});

test("a command that needs nothing new runs beside a living server", () => {
  takeLock(path.join(project, "data"), 3000);
  expect(run("duizhao.mjs")).toEqual({ code: 0, printed: "the command ran" });
});

describe("a lock stops nothing", () => {
  type Row = [what: string, lock: object | string, writtenAt: number];
  // The process that runs the tests lives, as somebody else's would under the number of one that a power loss ended.
  const living = { pid: process.ppid, boot: null, port: 3000, secret: "" };
  const ofEarlierStart: Row = [
    "of an earlier start of the machine",
    { ...living, boot: "another" },
    Date.now(),
  ];
  test.each<Row>([
    ["of a process that is gone", { ...living, pid: 2 ** 22 + 1 }, Date.now()],
    // Where the system does not number its starts, the time tells.
    ...(existsSync("/proc/sys/kernel/random/boot_id") ? [ofEarlierStart] : []),
    ["from before the machine was started, by its time", living, 0],
    ["that a crash cut short", '{"pid":', Date.now()],
  ])("%s", (_what, lock, writtenAt) => {
    place("package-lock.json", wantsPackages);
    place("data/lock", lock);
    utimesSync(path.join(project, "data/lock"), writtenAt / 1000, writtenAt / 1000);
    expect(run("duizhao.mjs").printed).toContain("npm was not found");
  });
});

// Windows has no such signals.
if (process.platform !== "win32")
  test("what npm has started ends with npm", async () => {
    place(
      "server/main.ts",
      `process.on("SIGTERM", () => {
         console.log("told to stop");
         process.exit();
       });
       setTimeout(() => {}, 60_000);
       console.log("serving");`,
    );
    // npm passes a signal on to its shell, which ends at once and tells nobody.
    const shell = spawn("sh", ["-c", `"${process.execPath}" scripts/start.mjs --dev; exit`], {
      cwd: project,
      env: { NODE_ENV: "production", PATH: process.env.PATH, npm_lifecycle_event: "dev" },
    });
    let printed = "";
    shell.stdout.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      if (printed.includes("serving")) shell.kill();
    });
    // Nobody writes to its output any more.
    await once(shell, "close");
    expect(printed).toContain("told to stop");
  });
