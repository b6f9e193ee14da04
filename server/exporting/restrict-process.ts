import { existsSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, sep } from "node:path";
import { findFontFiles } from "./font-files.ts";

const project = join(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);
const engine = "@myriaddreamin/typst-ts-node-compiler";

/**
 * Arguments of Node for a process that reads nothing but the program, and neither writes files nor starts processes or
 * threads. The native engine is beyond their reach, but opens only what its template names. None outside Linux: the names
 * of files are compared letter by letter, and elsewhere one file has several. Throws when a package is missing.
 */
export function buildRestrictions(): string[] {
  if (process.platform !== "linux") return [];
  const program = ["package.json", "core/", "server/"].map((each) => join(project, each));
  return [
    "--permission",
    // The engine is an addon; that these could do anything is no news at each start.
    "--allow-addons",
    "--disable-warning=SecurityWarning",
    ...[...program, ...listPackageFolders()].map((path) => `--allow-fs-read=${path}`),
  ];
}

/** Where packages are looked for, beside the project or above it, and where links lead from there. */
function listPackageFolders(): Set<string> {
  const folders = (require.resolve.paths(engine) ?? []).filter(
    (folder) => basename(folder) === "node_modules" && existsSync(folder),
  );
  const linked = [require.resolve(engine), ...findFontFiles()].map(findFolder);
  return new Set([...folders, ...folders.map((folder) => realpathSync(folder)), ...linked]);
}

/** The folder of packages that a file lies in: a package finds what it needs beside itself. */
function findFolder(file: string): string {
  const end = file.lastIndexOf(`${sep}node_modules${sep}`);
  return end === -1 ? dirname(file) : join(file.slice(0, end), "node_modules");
}
