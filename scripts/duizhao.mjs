/** `npm run -s duizhao -- …`: the command line. Standard output belongs to the command alone. */
import { getNode } from "./find-node.mjs";
import { installPackages } from "./install-packages.mjs";
import { readSettings, runCommand } from "./run-command.mjs";

readSettings();
await installPackages({ toStderr: true });
process.exitCode = await runCommand(getNode(), ["server/cli/main.ts", ...process.argv.slice(2)], {
  env: { NODE_ENV: "production" },
});
