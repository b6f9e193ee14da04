/** Reads the project's source files and their imports, for the tests of the architecture. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export type Import = {
  /** As it stands in the file: "#core/ids.ts", "./button.tsx", "zod". */
  readonly written: string;
  /** Relative to the project; null for a package. */
  readonly path: string | null;
  readonly exists: boolean;
};

/** Folders with nothing written by hand; those whose name begins with a dot are left out too. */
const otherFolders = /^(node_modules|data(-.*)?|coverage|test-results|playwright-report)$/;

/** All .ts and .tsx files written by hand, relative to the project, in alphabetical order. */
export function listSourceFiles(folder = ""): string[] {
  return readdirSync(folder || ".", { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const place = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.name.startsWith(".") || (!folder && otherFolders.test(entry.name))) return [];
      if (entry.isDirectory()) return listSourceFiles(place);
      const isOurs = /\.tsx?$/.test(entry.name) && !/\.d(\.json)?\.ts$/.test(entry.name);
      return isOurs ? [place] : [];
    });
}

/** Static and dynamic imports, re-exports and `import type` of one file. */
export function readImports(file: string): Import[] {
  const text = readFileSync(file, "utf8").replace(/^\s*(\/\/|\*).*$/gm, "");
  const pattern =
    /(?:^|[\s;}])(?:(?:import|export)\s(?:[^"'`;]*?\sfrom\s)?|import\(|import\s*)\s*"([^"\n]+)"/g;
  return [...text.matchAll(pattern)].map(([, written = ""]) => resolveImport(file, written));
}

function resolveImport(file: string, written: string): Import {
  const isAlias = written.startsWith("#");
  if (!isAlias && !written.startsWith(".")) return { written, path: null, exists: true };
  const target = isAlias ? written.slice(1) : path.posix.join(path.posix.dirname(file), written);
  return { written, path: target, exists: existsSync(target) };
}
