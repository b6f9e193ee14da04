/** Opening long articles, typing in them, and how soon another window sees it. Prints a markdown table. */
import { gzipSync } from "node:zlib";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { removeFolder, startServer } from "#e2e/support/server.ts";
import { getLaunchOptions } from "#e2e/support/test.ts";

const sizes = [30, 1000, 5000];
const keys = 60;
const hanzi = "桥石头水山人说拱船让路书知道怕拉压排弯成弧每一块都只受力于是几百年不散";
const rows: (readonly [string, string])[] = [];

function buildText(paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, number) => {
    const text = Array.from({ length: 80 }, (_each, at) => hanzi[(number * 7 + at * at) % hanzi.length]).join(
      "",
    );
    return `第${number}段，${text}。`;
  }).join("\n\n");
}

function getPercentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function spin(): number {
  const start = performance.now();
  let value = 0;
  for (let step = 0; step < 3e7; step += 1) value = (value * 31 + step) | 0;
  return value === 1 ? 0 : performance.now() - start;
}

async function importArticle(context: BrowserContext, url: string, paragraphs: number): Promise<string> {
  const headers = { origin: url };
  const preview = await context.request.post(`${url}/api/imports`, {
    headers,
    data: { html: null, text: buildText(paragraphs) },
  });
  const { token } = await preview.json();
  const fields = { title: `长文 ${paragraphs}`, author: null, permission: "private-study" };
  const kept = await context.request.post(`${url}/api/imports/${token}`, { headers, data: fields });
  return (await kept.json()).articleId;
}

/** Milliseconds from the start of the navigation until the text is there and known to be on disk. */
async function openArticle(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  await page.locator("[data-save-state]").filter({ hasText: "All changes saved" }).waitFor();
  return page.evaluate(() => performance.now());
}

async function measureTyping(page: Page): Promise<number[]> {
  await page.locator('[data-segment="3"]').getByText("Not translated yet").click();
  await page.getByRole("textbox", { name: "Translation of segment 3", exact: true }).waitFor();
  const times: number[] = [];
  for (let index = 0; index < keys; index += 1) {
    await page.evaluate(() => {
      addEventListener("keydown", () => performance.mark("key"), { once: true, capture: true });
      addEventListener("input", () => performance.measure("typed", "key"), { once: true });
    });
    await page.keyboard.type("x");
    times.push(await page.evaluate(() => performance.getEntriesByName("typed").at(-1)?.duration ?? 0));
  }
  return times;
}

/** Milliseconds from a key in one window until its text stands in the other's page. */
async function measureDelivery(from: Page, to: Page): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < keys; index += 1) {
    const seen = to.evaluate((mark) => {
      const row = document.querySelector('[data-segment="3"]');
      return new Promise<number>((resolve) => {
        new MutationObserver((_changes, observer) => {
          if (!row?.textContent?.includes(mark)) return;
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      });
    }, `m${index}e`);
    await from.keyboard.type(` m${index}`);
    await from.evaluate(() => {
      const noteKey = () => sessionStorage.setItem("key", String(performance.timeOrigin + performance.now()));
      addEventListener("keydown", noteKey, { once: true, capture: true });
    });
    await from.keyboard.press("e");
    const sent = Number(await from.evaluate(() => sessionStorage.getItem("key") ?? "0"));
    const arrived = await seen;
    if (sent > 0) times.push(arrived - sent);
  }
  return times;
}

async function measureFirstLoad(page: Page, address: string): Promise<number> {
  let bytes = 0;
  const waiting: Promise<void>[] = [];
  page.on("response", (response) => {
    if (!/\.js(\?|$)/.test(new URL(response.url()).pathname)) return;
    waiting.push(
      response.body().then(
        (body) => {
          bytes += gzipSync(body).length;
        },
        () => undefined,
      ),
    );
  });
  await openArticle(page, address);
  await Promise.all(waiting);
  return bytes / 1024;
}

const server = await startServer();
const browser = await chromium.launch(await getLaunchOptions());
try {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForURL(/library/);
  const project = new URL(page.url()).pathname.replace(/\/library.*/, "");
  rows.push(["fixed CPU loop", `${spin().toFixed(0)} ms`]);
  for (const size of sizes) {
    const start = performance.now();
    const id = await importArticle(context, server.url, size);
    rows.push([`${size} paragraphs: import`, `${(performance.now() - start).toFixed(0)} ms`]);
    const address = `${server.url}${project}/articles/${id}`;
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1) times.push(await openArticle(page, address));
    rows.push([`${size} paragraphs: open until saved`, `best ${Math.min(...times).toFixed(0)} ms`]);
    if (size !== sizes.at(-1)) continue;
    const typing = await measureTyping(page);
    rows.push([`${size} paragraphs: a key, p95`, `${getPercentile(typing, 0.95).toFixed(1)} ms`]);
    const other = await context.newPage();
    await openArticle(other, address);
    await other.locator('[data-segment="3"]').getByText("xxx").click();
    const delivery = await measureDelivery(page, other);
    rows.push([
      "key to the other window, p50 / p95",
      `${getPercentile(delivery, 0.5).toFixed(1)} / ${getPercentile(delivery, 0.95).toFixed(1)} ms`,
    ]);
    const fresh = await browser.newContext();
    const visitor = await fresh.newPage();
    await visitor.goto(server.url);
    rows.push([
      "JavaScript of a first visit, gzip, editor included",
      `${(await measureFirstLoad(visitor, address)).toFixed(0)} KB`,
    ]);
  }
  rows.push(["fixed CPU loop, again", `${spin().toFixed(0)} ms`]);
} finally {
  await browser.close();
  await server.stop();
  removeFolder(server.data);
}
process.stdout.write(
  `| what | figure |\n| --- | --- |\n${rows.map(([name, value]) => `| ${name} | ${value} |`).join("\n")}\n`,
);
