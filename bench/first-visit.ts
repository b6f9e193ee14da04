/** What a first visit fetches, and what the server takes: JavaScript by its moment, start, memory. Prints a markdown table. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { get, type IncomingMessage } from "node:http";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "@playwright/test";
import { codeMarks } from "#e2e/support/hold-code.ts";
import { type RunningServer, removeFolder, startServer } from "#e2e/support/server.ts";
import { getLaunchOptions } from "#e2e/support/test.ts";

const starts = 5;
/** Milliseconds without work after which a server counts as idle. */
const idleAfter = 10_000;
const rows: (readonly [what: string, figure: string])[] = [];

type Script = { readonly name: string; readonly bytes: number; readonly isEditor: boolean };

/** Every script that a fresh browser fetches on a page, and those that the page's own HTML names. */
async function listScripts(
  browser: Browser,
  address: string,
  untilReady: (page: Page) => Promise<unknown>,
): Promise<{ named: readonly Script[]; untilReady: readonly Script[] }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const arriving: Promise<Script>[] = [];
  page.on("response", (response) => {
    const name = new URL(response.url()).pathname;
    if (!name.endsWith(".js")) return;
    const script = response.body().then((body) => {
      return { name, bytes: gzipSync(body).length, isEditor: body.includes(codeMarks.editor) };
    });
    // What is still on its way when the page is closed was not needed to be ready.
    arriving.push(script.catch(() => ({ name, bytes: 0, isEditor: false })));
  });
  const response = await page.goto(address);
  const html = (await response?.text()) ?? "";
  await untilReady(page);
  const scripts = await Promise.all([...arriving]);
  await context.close();
  return { named: scripts.filter(({ name }) => html.includes(`src="${name}"`)), untilReady: scripts };
}

function sumKilobytes(scripts: readonly Script[]): string {
  return `${(scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024).toFixed(1)} KiB`;
}

/** Resident memory of a process in MB, as `ps` says it. */
function readMemory(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}

/** Follows redirects as a browser's navigation does; resolves when the page has been read whole. */
async function readPage(address: string): Promise<void> {
  const [response] = (await once(get(address), "response")) as [IncomingMessage];
  for await (const _chunk of response);
  const { location } = response.headers;
  if (location) return readPage(new URL(location, address).href);
  if (response.statusCode !== 200) throw new Error(`${address} answered ${response.statusCode}`);
}

/** Milliseconds from the start of the process to its first whole page. */
async function measureStart(data: string): Promise<{ server: RunningServer; time: number }> {
  const begin = performance.now();
  const server = await startServer({ data });
  await readPage(server.url);
  return { server, time: performance.now() - begin };
}

/** The same of a server that only says hello. */
async function measureBareStart(): Promise<{ time: number; memory: number }> {
  const program = `require("http").createServer((q, s) => s.end("hello")).listen(0, "127.0.0.1", function () { console.log(this.address().port) })`;
  const begin = performance.now();
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((resolve) =>
    child.stdout.once("data", (text) => resolve(`${text}`)),
  );
  await (await fetch(`http://127.0.0.1:${port.trim()}/`)).text();
  const time = performance.now() - begin;
  const memory = readMemory(child.pid ?? 0);
  child.kill();
  return { time, memory };
}

const first = await startServer();
const browser = await chromium.launch(await getLaunchOptions());
try {
  const page = await browser.newPage();
  await page.goto(first.url);
  await page.waitForURL(/library/);
  const article = await page.locator('a[href*="/articles/"]').first().getAttribute("href");
  const isSaved = (opened: Page) => opened.locator('[data-save-state="saved"]').waitFor();
  const visit = await listScripts(browser, `${first.url}${article}`, isSaved);
  const library = await listScripts(browser, page.url(), (opened) => opened.waitForLoadState("load"));
  const withoutEditor = visit.untilReady.filter(({ isEditor }) => !isEditor);
  rows.push(["JavaScript, gzip: library, named in its HTML", sumKilobytes(library.named)]);
  rows.push(["JavaScript, gzip: article, named in its HTML", sumKilobytes(visit.named)]);
  rows.push(["JavaScript, gzip: article, all until ready, without the editor", sumKilobytes(withoutEditor)]);
} finally {
  await browser.close();
}
await first.stop();

const times: number[] = [];
let memory = 0;
for (let round = 0; round < starts; round += 1) {
  const { server, time } = await measureStart(first.data);
  times.push(time);
  if (round === starts - 1) {
    await new Promise((resolve) => setTimeout(resolve, idleAfter));
    memory = readMemory(server.pid);
  }
  await server.stop();
}
const bare = await measureBareStart();
times.sort((a, b) => a - b);
rows.push(["start to the first whole page, median", `${times[Math.floor(starts / 2)]?.toFixed(0)} ms`]);
rows.push(["reference: a bare Node server, to its first answer", `${bare.time.toFixed(0)} ms`]);
rows.push(["memory, idle", `${memory.toFixed(0)} MB`]);
rows.push(["reference: memory of the bare server", `${bare.memory.toFixed(0)} MB`]);
removeFolder(first.data);
process.stdout.write(
  `| what | figure |\n| --- | --- |\n${rows.map(([what, figure]) => `| ${what} | ${figure} |`).join("\n")}\n`,
);
