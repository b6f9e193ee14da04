import { realpathSync } from "node:fs";
import { join } from "node:path";

const project = join(import.meta.dirname, "../..");

/**
 * Arguments of Node for a process that reads nothing but the program, and neither writes files nor starts processes or
 * threads. The native engine is beyond their reach, but opens only what its template names. None outside Linux: the names
 * of files are compared letter by letter, and elsewhere one file has several.
 */
export function buildRestrictions(): string[] {
  if (process.platform !== "linux") return [];
  const packages = join(project, "node_modules");
  const readable = ["package.json", "core/", "server/"].map((each) => join(project, each));
  return [
    "--permission",
    // The engine is an addon; that these could do anything is no news at each start.
    "--allow-addons",
    "--disable-warning=SecurityWarning",
    ...[...readable, packages, realpathSync(packages)].map((path) => `--allow-fs-read=${path}`),
  ];
}
