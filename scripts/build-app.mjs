/** Builds the pages when the build is older than the sources. Runs on Node 20. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { projectFolder, runCommand } from "./run-command.mjs";

const sources = [
  "app",
  "client",
  "components",
  "core",
  "db",
  "i18n",
  "messages",
  "server",
  "global.d.ts",
  "next.config.ts",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const stampName = "duizhao-sources";

/**
 * Runs `next build` into `folder` (relative to the project) unless its stamp equals the hash of the sources.
 * @param {string} node the Node binary
 * @param {string} folder for example ".next"
 * @param {() => void} onNeeded called before anything is built
 * @returns {Promise<number>} the exit code; 0 when nothing had to be done
 */
export async function buildApp(node, folder, onNeeded = () => {}) {
  const stamp = path.join(projectFolder, folder, stampName);
  const hash = hashSources();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === hash) return 0;
  onNeeded();
  process.stdout.write("Building the pages (about half a minute) …\n");
  const next = path.join("node_modules", "next", "dist", "bin", "next");
  const build = () =>
    runCommand(node, [next, "build"], { env: { NODE_ENV: "production", DUIZHAO_BUILD: folder } });
  let code = await build();
  if (code !== 0) {
    // Next now and then fails on its own error page while it prerenders; the same build then passes.
    process.stdout.write("The build failed; trying once more …\n");
    code = await build();
  }
  if (code === 0) writeFileSync(stamp, hash);
  return code;
}

/** SHA-256 over names and bytes of all that the build reads; tests and generated declarations do not count. */
function hashSources() {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(listFiles)) {
    if (/\.(test\.tsx?|d\.json\.ts)$/.test(file)) continue;
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(projectFolder, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

function listFiles(place) {
  const absolute = path.join(projectFolder, place);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [place];
  return readdirSync(absolute, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = `${place}/${entry.name}`;
      return entry.isDirectory() ? listFiles(inner) : [inner];
    });
}
