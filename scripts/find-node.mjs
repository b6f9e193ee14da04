/** The Node the project runs on: its own from npm, else the system's when that is new enough. */
import { existsSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./run-command.mjs";
import { stopWith } from "./stop-with.mjs";

// Native type stripping and better-sqlite3 need it; on older versions the database module crashes the process.
const oldestMajor = 22;
const oldestMinor = 18;

/** Absolute path of the Node binary to run the server, the tools and the tests with. Call it after installing. */
export function getNode() {
  const folder = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const binary = process.platform === "win32" ? "node.exe" : "node";
  const own = path.join(projectFolder, "node_modules", folder, "bin", binary);
  if (existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return process.execPath;
  const system = process.platform === "darwin" ? "macOS" : `${process.platform} on ${process.arch}`;
  return stopWith(
    `Duizhao brings its own Node.js for Linux and Windows, but not for ${system}: install Node.js ${oldestMajor}.${oldestMinor} or newer (this is ${process.versions.node}) and try again.`,
  );
}
