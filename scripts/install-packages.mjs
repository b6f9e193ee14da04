/** Brings node_modules in line with package-lock.json. Runs on Node 20. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { isEndedBySignal, projectFolder, runCommand } from "./run-command.mjs";
import { stopWhileServed } from "./stop-while-served.mjs";
import { stopWith } from "./stop-with.mjs";

/**
 * Installs (never under a living server) with `npm ci` when the installed packages are not those of the lockfile.
 * @param {{ toStderr?: boolean }} options toStderr: keeps standard output clean for commands that print results.
 */
export async function installPackages({ toStderr = false } = {}) {
  if (isInstalled()) return;
  stopWhileServed("packages");
  const stream = toStderr ? process.stderr : process.stdout;
  stream.write("Installing the packages (the first time takes a minute or two) …\n");
  // A NODE_ENV=production around us must not leave out the build tools; install scripts are not needed, so they do not run.
  const args = ["ci", "--ignore-scripts", "--include=dev", "--include=optional", "--no-audit", "--no-fund"];
  const code = await runCommand("npm", [...args, "--loglevel=error"], {
    env: { NODE_ENV: "development" },
    stdio: ["ignore", toStderr ? 2 : "inherit", "inherit"],
  });
  if (isEndedBySignal()) process.exit(code);
  if (code === 127)
    stopWith("npm was not found. Install Node.js with npm (version 20 or newer) and try again.");
  if (code !== 0) stopWith("The packages could not be installed: see what npm says above.");
}

/** npm writes node_modules/.package-lock.json last, so that it tells the truth even after an interrupted install. */
function isInstalled() {
  const wanted = readPackages("package-lock.json");
  const installed = readPackages("node_modules/.package-lock.json");
  if (!wanted) stopWith("package-lock.json is missing or damaged. Clone the repository again.");
  if (!installed) return false;
  return Object.entries(wanted).every(([place, entry]) => {
    if (place === "") return true;
    const found = installed[place];
    if (!found) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

function readPackages(file) {
  try {
    return JSON.parse(readFileSync(path.join(projectFolder, file), "utf8")).packages;
  } catch {
    return null;
  }
}
