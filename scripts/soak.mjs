/**
 * `npm run soak`: the long tests: kills, a full disk and stops of the durable log, then the property tests with a free
 * seed, then two browsers that edit one segment at random while their networks fail, each with its seed printed, then
 * hot reload while developing. Prints Markdown tables and takes about twenty minutes; `npm run soak -- --kills 20
 * --stops 10` takes a few. `PROPERTY_SEED=n` and `DUIZHAO_SEED=n` repeat a seed.
 */
import { randomInt } from "node:crypto";
import { buildApp } from "./build-app.mjs";
import { fetchBrowser } from "./find-browser.mjs";
import { getNode } from "./find-node.mjs";
import { installPackages } from "./install-packages.mjs";
import { runCommand } from "./run-command.mjs";

await installPackages({ toStderr: true });
const node = getNode();
for (const name of ["soak-kills", "soak-full-disk", "soak-stops"]) {
  const code = await runCommand(node, [`bench/${name}.ts`, ...process.argv.slice(2)]);
  if (code !== 0) process.exitCode = 1;
}

const seed = process.env.PROPERTY_SEED ?? String(randomInt(2 ** 31));
process.stdout.write(`\nProperty tests, PROPERTY_SEED=${seed}\n\n`);
const tests = ["node_modules/vitest/vitest.mjs", "run", "--project", "unit"];
if ((await runCommand(node, tests, { env: { PROPERTY_SEED: seed } })) !== 0) process.exitCode = 1;

const build = ".next-test";
const browser = await fetchBrowser(node);
const stories = [
  "node_modules/@playwright/test/cli.js",
  "test",
  "e2e/converge.spec.ts",
  "--repeat-each=5",
  "--workers=1",
];
const env = { DUIZHAO_BUILD: build, ...(browser ? { CHROMIUM: browser } : {}) };
if ((await buildApp(node, build)) !== 0 || (await runCommand(node, stories, { env })) !== 0)
  process.exitCode = 1;
if ((await runCommand(node, ["bench/soak-hot-reload.ts"], { env })) !== 0) process.exitCode = 1;
