/** `npm start` and `npm run dev`: install, build and serve, each only when needed. Runs on Node 20, without packages. */
import { buildApp } from "./build-app.mjs";
import { getNode } from "./find-node.mjs";
import { installPackages } from "./install-packages.mjs";
import { isEndedBySignal, readSettings, runCommand } from "./run-command.mjs";
import { serverArguments } from "./server-arguments.mjs";
import { stopWhileServed } from "./stop-while-served.mjs";
import { stopWith } from "./stop-with.mjs";

readSettings();
const isDevelopment = process.argv.includes("--dev");
const build = process.env.DUIZHAO_BUILD ?? ".next";

await installPackages();
const node = getNode();
if (!isDevelopment) {
  const code = await buildApp(node, build, () => stopWhileServed("pages"));
  if (isEndedBySignal()) process.exit(code);
  if (code !== 0) stopWith("The pages could not be built: see what Next.js says above.");
}
process.exitCode = await runCommand(node, serverArguments, {
  env: { NODE_ENV: isDevelopment ? "development" : "production", DUIZHAO_BUILD: build },
});
