/** `npm test`: everything that can be checked, in its own build folder and with its own data. Runs on Node 20. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildApp } from "./build-app.mjs";
import { fetchBrowser } from "./find-browser.mjs";
import { getNode } from "./find-node.mjs";
import { installPackages } from "./install-packages.mjs";
import { readPlaywrightResults, readVitestResults } from "./read-results.mjs";
import { isEndedBySignal, runCommand } from "./run-command.mjs";
import { countOne, countRun, runSteps } from "./test-steps.mjs";

const build = ".next-test";
/** A step that hangs ends after this many milliseconds, as failed. */
const stepLimit = 30 * 60_000;
const none = { passed: 0, failed: 0, skipped: 0 };
const temporary = mkdtempSync(path.join(tmpdir(), "duizhao-test-"));
process.on("exit", () => rmSync(temporary, { recursive: true, force: true }));

let node = process.execPath;
let browser = null;
let isBuilt = false;

const sum = await runSteps([
  { name: "Packages", run: install },
  { name: "Browser", run: findOne },
  { name: "Format and lint", run: () => runTool("node_modules/@biomejs/biome/bin/biome", ["check", "."]) },
  { name: "Types", run: checkTypes },
  { name: "Build", run: buildPages },
  { name: "Unit tests", run: () => runVitest("unit") },
  { name: "Server tests", run: () => runVitest("server") },
  { name: "Stories in the browser", run: runStories },
]);
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`);
process.exitCode = sum.failed > 0 ? 1 : 0;

async function install() {
  await installPackages();
  node = getNode();
  return none;
}

async function findOne() {
  browser = await fetchBrowser(node);
  const sentence = process.env.CHROMIUM
    ? `CHROMIUM names ${process.env.CHROMIUM}, which is not there.`
    : "No browser was found: install Chromium or Google Chrome, or name one with CHROMIUM=/path/to/chromium.";
  process.stdout.write(`${browser ?? sentence}\n`);
  return browser ? none : countOne(false);
}

async function checkTypes() {
  const generated = await run(["node_modules/next/dist/bin/next", "typegen"], { stdio: ["ignore", 2, 2] });
  if (generated !== 0) return countOne(false);
  return runTool("node_modules/typescript/bin/tsc", ["--noEmit"]);
}

async function buildPages() {
  isBuilt = (await buildApp(node, build)) === 0;
  return countOne(isBuilt);
}

async function runVitest(project) {
  const file = path.join(temporary, `${project}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  // What tests leave behind goes with the rest.
  const env = { TMPDIR: temporary, TEMP: temporary, TMP: temporary };
  const code = await run(["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters], {
    env,
  });
  return countRun(code, () => readVitestResults(file));
}

async function runStories() {
  if (!isBuilt || !browser) {
    process.stdout.write(`Not run: ${isBuilt ? "there is no browser" : "the build failed"}.\n`);
    return countOne(false);
  }
  const file = path.join(temporary, "stories.json");
  const code = await run(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
    env: { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  return countRun(code, () => readPlaywrightResults(file));
}

async function runTool(program, args) {
  return countOne((await run([program, ...args])) === 0);
}

/** Runs one of our tools on the project's Node, away from the data, the port and the build of a running server. */
async function run(args, { env, stdio } = {}) {
  const own = {
    NODE_ENV: "test",
    DUIZHAO_BUILD: build,
    DUIZHAO_DATA: path.join(temporary, "data"),
    HOST: "127.0.0.1",
    PORT: "0",
  };
  const code = await runCommand(node, args, { env: { ...own, ...env }, stdio, limit: stepLimit });
  if (isEndedBySignal()) process.exit(code);
  return code;
}
