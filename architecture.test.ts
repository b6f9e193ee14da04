/** The law of the house as data: who may import what, how large a file may grow, how files and folders are named. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { listSourceFiles, readImports } from "#scripts/read-imports.ts";

type Law = { readonly from: RegExp; readonly layers: readonly string[]; readonly packages: RegExp };

const anything = /./;
const allLayers = ["app", "components", "client", "core", "server", "db", "i18n", "messages"];
/** Tests, tools and build configuration stand outside the layers and may import all of them. */
const outside =
  /(\.test\.tsx?$)|^(e2e|bench|scripts)\/|\/(builders|fixtures)\/|\/fixture-[a-z-]+\.ts$|^(vitest|playwright|drizzle)\.config\.ts$|^architecture\.test\.ts$/;

const purePackages = /^(zod|yjs|lib0|y-protocols|@tiptap\/(core|pm)|htmlparser2|pinyin-pro|fast-check)(\/|$)/;
const browserPackages =
  /^(react|yjs|lib0|y-protocols|@hocuspocus\/provider|y-indexeddb|@tiptap\/|zod)(\/|$)?/;
const screenPackages =
  /^(react|react-dom|next|next-intl|lucide-react|@base-ui\/react|@tanstack\/react-virtual|@tiptap\/|katex|yjs|lib0|y-protocols|zod|server-only)(\/|$)?/;
const serverPackages =
  /^(node:|next|next-intl|react$|zod|drizzle-orm|@hocuspocus\/server|yjs|lib0|y-protocols|pino|ws|@myriaddreamin\/|mathjax-full|@tiptap\/(core|pm)|htmlparser2|@expo-google-fonts\/|@fontsource-variable\/|server-only)(\/|$)?/;

/** The first law whose `from` fits a file is its law. */
const laws: readonly Law[] = [
  { from: /^core\//, layers: ["core"], packages: purePackages },
  { from: /^db\//, layers: ["db", "core"], packages: /^(node:|drizzle-orm|better-sqlite3)/ },
  { from: /^server\//, layers: ["server", "db", "core", "i18n", "messages"], packages: serverPackages },
  { from: /^client\//, layers: ["client", "core"], packages: browserPackages },
  { from: /^components\//, layers: ["components", "client", "core", "i18n"], packages: screenPackages },
  { from: /^i18n\//, layers: ["i18n", "messages", "core"], packages: /^(next-intl|next|zod)(\/|$)/ },
  {
    from: /^(app\/|(proxy|instrumentation-client)\.ts$|next\.config\.ts$|global\.d\.ts$)/,
    layers: allLayers.filter((layer) => layer !== "db"),
    packages: anything,
  },
];

/** Feature folders stand beside each other; only these combine them, and only `ui` is everybody's. */
const combiningFolders = ["workbench", "shell"];
const forbiddenFolders = ["lib", "utils", "helpers", "common", "shared", "misc"];
const environmentReaders =
  /^(server\/env\.ts|proxy\.ts|instrumentation-client\.ts|[a-z-]+\.config\.ts|(scripts|e2e|bench)\/.*|.*\.test\.ts)$/;

const files = listSourceFiles();
const imports = new Map(files.map((file) => [file, readImports(file)]));

function listBreaches(check: (file: string) => readonly string[]): string[] {
  return files.flatMap((file) => check(file).map((breach) => `${file}: ${breach}`));
}

describe("the import law", () => {
  test("every file imports only what its layer may", () => {
    expect(listBreaches(findForeignImports)).toEqual([]);
  });

  test("a feature's components import no other feature's", () => {
    expect(listBreaches(findForeignFeatures)).toEqual([]);
  });

  test("what plain Node runs imports no .tsx and writes every extension out", () => {
    const native = /^(core|db|server|i18n)\//;
    const breaches = listBreaches((file) =>
      native.test(file) && !outside.test(file)
        ? (imports.get(file) ?? [])
            .filter(({ path: target }) => target !== null && !/\.(ts|mts|json)$/.test(target))
            .map(({ written }) => `imports ${written}`)
        : [],
    );
    expect(breaches).toEqual([]);
  });

  test("every imported file of ours exists", () => {
    const breaches = listBreaches((file) =>
      (imports.get(file) ?? [])
        .filter(({ path: target, exists }) => target !== null && !exists)
        .map(({ written }) => `imports ${written}, which is not there`),
    );
    expect(breaches).toEqual([]);
  });

  test("no imports go in a circle", () => {
    expect(findCycles()).toEqual([]);
  });

  test("no file only passes on the exports of others", () => {
    const breaches = listBreaches((file) => {
      const text = readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "");
      const rest = text.replace(/export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+"[^"]+";?/g, "");
      return text.trim() !== "" && rest.trim() === "" ? ["is a barrel"] : [];
    });
    expect(breaches).toEqual([]);
  });
});

describe("sizes", () => {
  test("no file exceeds 300 lines", () => {
    const breaches = listBreaches((file) => {
      const lines = readFileSync(file, "utf8").trimEnd().split("\n").length;
      return lines > 300 ? [`${lines} lines`] : [];
    });
    expect(breaches).toEqual([]);
  });
});

describe("names", () => {
  test("files and folders are kebab-case", () => {
    const part = /^(\[{1,2}(\.\.\.)?[a-zA-Z]+\]{1,2}|\([a-z-]+\)|[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+)*)$/;
    expect(listBreaches((file) => file.split("/").filter((name) => !part.test(name)))).toEqual([]);
  });

  test("no folder is a drawer without a name", () => {
    const breaches = listBreaches((file) =>
      path
        .dirname(file)
        .split("/")
        .filter((folder) => forbiddenFolders.includes(folder)),
    );
    expect(breaches).toEqual([]);
  });
});

test("the environment is read in one place", () => {
  const breaches = listBreaches((file) =>
    !environmentReaders.test(file) &&
    /process\.env\b/.test(readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\//g, ""))
      ? ["reads process.env"]
      : [],
  );
  expect(breaches).toEqual([]);
});

function findForeignImports(file: string): string[] {
  const law = laws.find(({ from }) => from.test(file));
  if (!law || outside.test(file)) return [];
  const ofScreen = /^(client|components)\//.test(file);
  return (imports.get(file) ?? [])
    .filter(({ written, path: target }) => {
      if (target === null) return !law.packages.test(written);
      if (ofScreen && /^server\/(.+\/)?actions\.ts$/.test(target)) return false;
      const [layer = ""] = target.split("/");
      return target.includes("/") && !law.layers.includes(layer);
    })
    .map(({ written }) => `imports ${written}`);
}

function findForeignFeatures(file: string): string[] {
  const [layer, feature = ""] = file.split("/");
  if (layer !== "components" || combiningFolders.includes(feature) || outside.test(file)) return [];
  return (imports.get(file) ?? [])
    .filter(({ path: target }) => {
      const [targetLayer, targetFeature = ""] = (target ?? "").split("/");
      return targetLayer === "components" && targetFeature !== "ui" && targetFeature !== feature;
    })
    .map(({ written }) => `imports ${written}`);
}

/** Depth-first search; a circle of types alone is harmless at run time, but a circle of thoughts all the same. */
function findCycles(): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start >= 0) cycles.push([...trail.slice(start), file].join(" → "));
    if (start >= 0 || done.has(file)) return;
    for (const { path: target } of imports.get(file) ?? []) {
      if (target && imports.has(target)) visit(target, [...trail, file]);
    }
    done.add(file);
  };
  for (const file of files) visit(file, []);
  return cycles;
}
