import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildRestrictions } from "./restrict-process.ts";

const project = join(import.meta.dirname, "../..");

/** The environment that the real one has: colours asked for elsewhere are none of its. */
const env = { NODE_ENV: "production" } as const;

/** What a restricted process answers to a script. */
const run = (script: string) => {
  const { stdout, stderr } = spawnSync(process.execPath, [...buildRestrictions(), "--eval", script], { env });
  return `${stdout}${stderr}`;
};

test("it reads the program, and says nothing about it", () => {
  const template = join(import.meta.dirname, "template.typ");
  expect(run(`console.log(fs.readFileSync(${JSON.stringify(template)}).length > 0)`)).toBe("true\n");
});

// Elsewhere there are no restrictions; a skipped test would count as a failed one.
if (process.platform === "linux") {
  test.each([
    ["read what is no part of the program", `fs.readFileSync("/etc/hostname")`],
    ["read other files of the project", `fs.readdirSync(${JSON.stringify(project)})`],
    ["write", `fs.writeFileSync(${JSON.stringify(join(project, "core/x"))}, "")`],
    ["start a process", `child_process.spawnSync("true")`],
    ["start a thread", `new worker_threads.Worker("1", { eval: true })`],
  ])("a restricted process may not %s", (_, script) => {
    expect(run(script)).toContain("ERR_ACCESS_DENIED");
  });

  test("its packages may lie in a folder above the project", () => {
    const above = mkdtempSync(join(tmpdir(), "hoisted-"));
    try {
      const copy = join(above, "project");
      for (const each of ["package.json", "core", "server"]) {
        cpSync(join(project, each), join(copy, each), { recursive: true });
      }
      symlinkSync(join(project, "node_modules"), join(above, "node_modules"));
      const exporting = join(copy, "server/exporting");
      const script = `
      const { buildRestrictions } = await import(${JSON.stringify(join(exporting, "restrict-process.ts"))});
      console.log(JSON.stringify(buildRestrictions()));`;
      const told = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { env });
      const restrictions: string[] = JSON.parse(`${told.stdout}` || "[]");
      // Without a channel to hear requests from, the process ends as soon as it has all that it needs.
      const child = spawnSync(process.execPath, [...restrictions, join(exporting, "pdf-child.ts")], { env });
      expect(`${told.stderr}${child.stderr}`).toBe("");
      expect(restrictions).toContain("--permission");
      expect(child.status).toBe(0);
    } finally {
      rmSync(above, { recursive: true });
    }
  });
}
