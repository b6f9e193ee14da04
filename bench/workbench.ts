/** Opening long articles, scrolling and typing in them, and how soon another window sees it. Prints a markdown table. */
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { removeFolder, startServer } from "#e2e/support/server.ts";
import { getLaunchOptions } from "#e2e/support/test.ts";
import { measureKeys } from "./measure-keys.ts";
import { getQuantile } from "./quantile.ts";

const sizes = [30, 1000, 5000];
const opens = 20;
const keys = 100;
const hanzi = "桥石头水山人说拱船让路书知道怕拉压排弯成弧每一块都只受力于是几百年不散";
const rows: (readonly [what: string, figure: string])[] = [];

function buildText(paragraphs: number): string {
  return Array.from({ length: paragraphs }, (_, number) => {
    const text = Array.from({ length: 80 }, (_each, at) => hanzi[(number * 7 + at * at) % hanzi.length]);
    return `第${number}段，${text.join("")}。`;
  }).join("\n\n");
}

/** A fixed CPU loop in this process, in milliseconds: says how fast the machine was. */
function spin(): number {
  const start = performance.now();
  let value = 0;
  for (let step = 0; step < 3e7; step += 1) value = (value * 31 + step) | 0;
  return value === 1 ? 0 : performance.now() - start;
}

async function importArticle(context: BrowserContext, url: string, paragraphs: number): Promise<string> {
  const headers = { origin: url };
  const data = { html: null, text: buildText(paragraphs) };
  const preview = await context.request.post(`${url}/api/imports`, { headers, data });
  const { token } = await preview.json();
  const fields = { title: `长文 ${paragraphs}`, author: null, permission: "private-study" };
  const kept = await context.request.post(`${url}/api/imports/${token}`, { headers, data: fields });
  return (await kept.json()).articleId;
}

/** Milliseconds from the start of the navigation until the text is there and known to be on disk. */
async function openArticle(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "commit" });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const isReady = () => document.querySelector('[data-save-state="saved"]') !== null;
        const observer = new MutationObserver(() => {
          if (!isReady()) return;
          observer.disconnect();
          resolve(performance.now());
        });
        observer.observe(document, { subtree: true, childList: true, attributes: true });
        if (isReady()) resolve(performance.now());
      }),
  );
}

/** Milliseconds of an answer without a page: what the browser and the machine take anyway. */
async function openNothing(page: Page, url: string): Promise<number> {
  await page.goto(`${url}/api/health`, { waitUntil: "load" });
  return page.evaluate(() => performance.now());
}

/** Steps of a walk through the whole article after which part of the view showed no row, above the list's end. */
async function countBlanks(page: Page): Promise<{ steps: number; blanks: number }> {
  return page.locator("[data-workbench-scroll]").evaluate(async (view) => {
    const count = { steps: 0, blanks: 0 };
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (view.scrollTop + view.clientHeight < view.scrollHeight - 1 && count.steps < 2000) {
      view.scrollTop += view.clientHeight * 1.5;
      await nextFrame();
      await nextFrame();
      const box = view.getBoundingClientRect();
      // Below the last row the list keeps free space, so that this row too can be read in the middle.
      const end = (view.querySelector("ol")?.getBoundingClientRect().bottom ?? 0) - 160;
      const isFilled = (y: number) =>
        y > end || document.elementFromPoint(box.left + box.width / 4, y)?.closest("li") !== null;
      count.steps += 1;
      if (![0.1, 0.5, 0.9].every((part) => isFilled(box.top + box.height * part))) count.blanks += 1;
    }
    view.scrollTop = 0;
    await nextFrame();
    return count;
  });
}

/** Opens the editor of a segment near the beginning; a page that opens where one left off has it already. */
async function openEditor(page: Page): Promise<void> {
  await page.locator('[data-segment="3"] :is([data-target], [contenteditable])').first().click();
  await page.getByRole("textbox", { name: "Translation of segment 3", exact: true }).waitFor();
}

/** A page with nothing but a text to write into: what a key costs in this browser anyway. */
async function openBareText(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.setContent('<p contenteditable="true" style="width: 40rem">words</p>');
  await page.locator("p").click();
  return page;
}

/** Milliseconds from a key in one window until its text stands in the other's page; both have the editor open. */
async function measureDelivery(from: Page, to: Page): Promise<number[]> {
  const now = () => performance.timeOrigin + performance.now();
  const times: number[] = [];
  for (let index = 0; index < keys; index += 1) {
    await from.keyboard.type(` m${index}`);
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
    const pressed = from.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const note = () => resolve(performance.timeOrigin + performance.now());
          addEventListener("keydown", note, { once: true, capture: true });
        }),
    );
    // Both listeners must be there before the key is.
    await Promise.all([from.evaluate(now), to.evaluate(now)]);
    await from.keyboard.press("e");
    times.push((await seen) - (await pressed));
  }
  return times;
}

function note(what: string, times: readonly number[]): void {
  const shown = [0.5, 0.95].map((part) => getQuantile(times, part).toFixed(1)).join(" / ");
  rows.push([what, `${shown} ms`]);
}

const server = await startServer();
const browser = await chromium.launch(await getLaunchOptions());
try {
  const context = await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(server.url);
  await page.waitForURL(/library/);
  const project = new URL(page.url()).pathname.replace(/\/library.*/, "");
  rows.push(["reference: fixed CPU loop", `${spin().toFixed(0)} ms`]);
  const empty: number[] = [];
  for (let round = 0; round < opens; round += 1) empty.push(await openNothing(page, server.url));
  note("reference: an answer without a page, p50 / p95", empty);
  const bare = await openBareText(context);
  note("reference: a key in a bare text, p50 / p95", await measureKeys(browser, bare, keys));
  await bare.close();
  for (const size of sizes) {
    const start = performance.now();
    const id = await importArticle(context, server.url, size);
    rows.push([`${size} paragraphs: import`, `${(performance.now() - start).toFixed(0)} ms`]);
    const address = `${server.url}${project}/articles/${id}`;
    const times: number[] = [];
    for (let round = 0; round < opens; round += 1) times.push(await openArticle(page, address));
    note(`${size} paragraphs: open until known to be on disk, p50 / p95`, times);
    if (size !== sizes.at(-1)) continue;
    // With its first sign of use the page fetches what people may open; nobody types in that moment.
    await page.mouse.move(300, 300);
    await page.waitForLoadState("networkidle");
    const { steps, blanks } = await countBlanks(page);
    rows.push([`${size} paragraphs: steps of ${steps} that showed a blank`, String(blanks)]);
    await openEditor(page);
    note(`${size} paragraphs: a key, p50 / p95`, await measureKeys(browser, page, keys));
    const other = await context.newPage();
    await openArticle(other, address);
    await openEditor(other);
    await page.bringToFront();
    note("key to the other window, editor open, p50 / p95", await measureDelivery(page, other));
  }
  rows.push(["reference: fixed CPU loop, again", `${spin().toFixed(0)} ms`]);
} finally {
  await browser.close();
  await server.stop();
  removeFolder(server.data);
}
process.stdout.write(
  `| what | figure |\n| --- | --- |\n${rows.map(([what, figure]) => `| ${what} | ${figure} |`).join("\n")}\n`,
);
