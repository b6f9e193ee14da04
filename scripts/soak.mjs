/**
 * `npm run soak`: the long tests of the durable log (kills, a full disk, stops). Prints Markdown tables and takes about
 * a quarter of an hour; `npm run soak -- --kills 20 --stops 10` takes a minute or two.
 */
import { getNode } from "./find-node.mjs";
import { installPackages } from "./install-packages.mjs";
import { runCommand } from "./run-command.mjs";

await installPackages({ toStderr: true });
const node = getNode();
for (const name of ["soak-kills", "soak-full-disk", "soak-stops"]) {
  const code = await runCommand(node, [`bench/${name}.ts`, ...process.argv.slice(2)]);
  if (code !== 0) process.exitCode = 1;
}
