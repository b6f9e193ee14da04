/** How long an export takes, how long it holds up the server, and how soon a cancel ends it. Prints a markdown table. */
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { chromium } from "@playwright/test";
import type { BilingualBook } from "#core/exporting/book.ts";
import { buildBook } from "#core/exporting/build-book.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { getLaunchOptions } from "#e2e/support/test.ts";
import { getPdfProcessId } from "#server/exporting/pdf-process.ts";
import { renderPdf } from "#server/exporting/render-pdf.ts";

type Row = readonly [name: string, value: string];

const warmRounds = 15;
const hanzi =
  "桥石头水山人说拱船让路书知道怕拉压排弯成弧每一块都只受力于是几百年不散木正好相反所以平古爱看材料替他们拿的主意";

/** A repeatable random number generator (mulberry32): the same text in every run. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` distinct paragraphs of about 150 hanzi, each with a translation of proportional length. */
function buildTexts(count: number, seed = count): readonly (readonly [string, string])[] {
  const random = createRandom(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const known = [...hanzi];
  const words =
    "the bridge stone water mountain people say that an arch gives way to boats and books know".split(" ");
  return Array.from({ length: count }, (_, number) => {
    const clauses = Array.from({ length: 10 }, () => Array.from({ length: 14 }, () => pick(known)).join(""));
    const source = `${number}，${clauses.join("，")}。`;
    return [source, `${number} ${Array.from({ length: 95 }, () => pick(words)).join(" ")}.`];
  });
}

function buildSample(count: number, seed?: number): BilingualBook {
  const texts = buildTexts(count, seed);
  const facts = {
    title: "桥",
    author: null,
    sourceUrl: null,
    sourceDate: null,
    translators: [],
    reviewers: [],
  };
  return buildBook(
    { ...facts, permission: "unknown", editionDate: "2026-01-01" },
    texts.map((_, segment) => ({ kind: "paragraph", pid: null, parent: null, segment, attributes: {} })),
    texts.map(([source, target]) => ({
      kind: "paragraph",
      content: [{ type: "text", text: source }],
      target: [{ type: "text", text: target }],
      state: "draft",
    })),
  );
}

async function time<Value>(work: () => Promise<Value>): Promise<readonly [number, Value]> {
  const start = performance.now();
  const value = await work();
  return [performance.now() - start, value];
}

const render = (book: BilingualBook) => time(() => renderPdf(book, defaultExportOptions));
const inMilliseconds = (value: number) => `${value.toFixed(0)} ms`;
const inMegabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

function readChildMemory(field: "VmRSS" | "VmHWM"): number {
  const pid = getPdfProcessId();
  if (pid === null) return Number.NaN;
  return (
    1024 *
    Number(new RegExp(`^${field}:\\s+(\\d+)`, "m").exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1])
  );
}

async function measureSmall(): Promise<Row[]> {
  const [cold, first] = await render(buildSample(20));
  const times: number[] = [];
  for (let round = 1; round <= warmRounds; round += 1) times.push((await render(buildSample(20, round)))[0]);
  times.sort((left, right) => left - right);
  const median = times[Math.floor(warmRounds / 2)] ?? Number.NaN;
  return [
    [`20 paragraphs, cold process (${first.pages} pages)`, inMilliseconds(cold)],
    [`20 paragraphs, warm, median of ${warmRounds} distinct texts`, inMilliseconds(median)],
    [`20 paragraphs, warm, slowest of ${warmRounds}`, inMilliseconds(times.at(-1) ?? Number.NaN)],
    [`process at rest after ${warmRounds + 1} exports`, inMegabytes(readChildMemory("VmRSS"))],
  ];
}

async function measureLarge(): Promise<Row[]> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const book = buildSample(1000);
  delay.enable();
  const [elapsed, large] = await render(book);
  delay.disable();
  return [
    [
      `1,000 distinct paragraphs (${large.pages} pages, ${inMegabytes(large.pdf.length)})`,
      inMilliseconds(elapsed),
    ],
    ["1,000 paragraphs: peak of the process", inMegabytes(readChildMemory("VmHWM"))],
    ["1,000 paragraphs: longest gap of the server's loop", inMilliseconds(delay.max / 1e6)],
  ];
}

async function measureCancel(): Promise<Row[]> {
  const control = new AbortController();
  let at = Number.NaN;
  const book = buildSample(1000, 2);
  const running = renderPdf(book, defaultExportOptions, {
    signal: control.signal,
    onStage: () =>
      setTimeout(() => {
        at = performance.now();
        control.abort("cancelled");
      }, 500),
  });
  await running.catch((reason: unknown) => {
    if (reason !== "cancelled") throw reason;
  });
  return [["cancel in the middle of 1,000 paragraphs", inMilliseconds(performance.now() - at)]];
}

/** The same 20 paragraphs printed by a browser. */
async function measureReference(): Promise<Row[]> {
  const rows = buildTexts(20).map(
    ([source, target]) => `<tr><td lang="zh-CN">${source}<td lang="en">${target}`,
  );
  const html = `<meta charset="utf-8"><table>${rows.join("")}</table>`;
  const print = async () => {
    const browser = await chromium.launch(await getLaunchOptions());
    const page = await browser.newPage();
    await page.setContent(html);
    const pdf = await page.pdf({ format: "A4" });
    await browser.close();
    return pdf;
  };
  const [printed] = await time(print);
  return [
    ["reference: Chromium, cold, prints the same 20 paragraphs", inMilliseconds(printed)],
    ["reference: a fixed loop of arithmetic", inMilliseconds(runFixedLoop())],
  ];
}

function runFixedLoop(): number {
  const start = performance.now();
  const random = createRandom(1);
  for (let round = 0; round < 2e7; round += 1) random();
  return performance.now() - start;
}

const rows = [
  ...(await measureSmall()),
  ...(await measureLarge()),
  ...(await measureCancel()),
  ...(await measureReference()),
];
process.stdout.write(
  `| PDF export | |\n| --- | ---: |\n${rows.map(([name, value]) => `| ${name} | ${value} |\n`).join("")}`,
);
