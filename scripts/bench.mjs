/** `npm run bench [name …]`: runs every bench/*.ts, or those named, one after the other; each prints its table. */
import { readdirSync } from "node:fs";
import path from "node:path";
import { buildApp } from "./build-app.mjs";
import { getNode } from "./find-node.mjs";
import { installPackages } from "./install-packages.mjs";
import { projectFolder, runCommand } from "./run-command.mjs";

await installPackages({ toStderr: true });
const node = getNode();
// Those that open pages do so in the build of the tests.
if ((await buildApp(node, ".next-test")) !== 0) process.exit(1);
const asked = process.argv.slice(2);
const helpers = ["measure-keys.ts", "quantile.ts", "random.ts"];
const benches = readdirSync(path.join(projectFolder, "bench"))
  // The soaks have a command of their own.
  .filter((name) => name.endsWith(".ts") && !name.startsWith("soak-") && !helpers.includes(name))
  .filter((name) => asked.length === 0 || asked.includes(path.parse(name).name))
  .sort();

for (const name of benches) {
  process.stdout.write(`\n## ${path.parse(name).name}\n\n`);
  const code = await runCommand(node, [`bench/${name}`], { env: { NODE_ENV: "production" } });
  if (code !== 0) process.exitCode = 1;
}
