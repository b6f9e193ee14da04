import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildRestrictions } from "./restrict-process.ts";

const project = join(import.meta.dirname, "../..");

/** What a restricted process answers to a script. */
const run = (script: string) => {
  const { stdout, stderr } = spawnSync(process.execPath, [...buildRestrictions(), "--eval", script]);
  return `${stdout}${stderr}`;
};

test.runIf(process.platform === "linux").each([
  ["read what is no part of the program", `fs.readFileSync("/etc/hostname")`],
  ["read other files of the project", `fs.readdirSync(${JSON.stringify(project)})`],
  ["write", `fs.writeFileSync(${JSON.stringify(join(project, "core/x"))}, "")`],
  ["start a process", `child_process.spawnSync("true")`],
  ["start a thread", `new worker_threads.Worker("1", { eval: true })`],
])("a restricted process may not %s", (_, script) => {
  expect(run(script)).toContain("ERR_ACCESS_DENIED");
});

test("it reads the program, and says nothing about it", () => {
  const template = join(import.meta.dirname, "template.typ");
  expect(run(`console.log(fs.readFileSync(${JSON.stringify(template)}).length > 0)`)).toBe("true\n");
});
