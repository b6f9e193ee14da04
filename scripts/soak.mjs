/**
 * `npm run soak`: the long tests: kills, a full disk and stops of the durable log, then the property tests with a free
 * seed, which is printed. Prints Markdown tables and takes about a quarter of an hour; `npm run soak -- --kills 20
 * --stops 10` takes a few minutes. `PROPERTY_SEED=n` repeats a seed.
 */
import { randomInt } from "node:crypto";
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
const tests = ["node_modules/vitest/vitest.mjs", "run", "--project", "unit", "--testTimeout=120000"];
if ((await runCommand(node, tests, { env: { PROPERTY_SEED: seed } })) !== 0) process.exitCode = 1;
