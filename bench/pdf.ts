/** How long an export takes, how long it holds up the server, and how soon a cancel ends its process. Prints a markdown table. */
import { existsSync, readFileSync } from "node:fs";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { chromium } from "@playwright/test";
import type { Block } from "#core/articles/blocks.ts";
import type { Inline } from "#core/articles/inline.ts";
import type { BilingualBook } from "#core/exporting/book.ts";
import { buildBook } from "#core/exporting/build-book.ts";
import { bridgeFacts } from "#core/exporting/fixture-facts.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { getLaunchOptions } from "#e2e/support/test.ts";
import { getPdfProcessId, renderPdf } from "#server/exporting/render-pdf.ts";
import { createRandom } from "./random.ts";

type Row = readonly [name: string, value: string];

const warmRounds = 15;
const place = { pid: null, parent: null };
const hanzi =
  "桥石头水山人说拱船让路书知道怕拉压排弯成弧每一块都只受力于是几百年不散木正好相反所以平古爱看材料替他们拿的主意";

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

/** `notesEvery`: each so many paragraphs end with a reference note of their own, in both languages. */
function buildSample(count: number, seed?: number, notesEvery = Number.POSITIVE_INFINITY): BilingualBook {
  const texts = buildTexts(count, seed);
  const mark = (at: number): readonly Inline[] =>
    at % notesEvery === 0 ? [{ type: "footnote", id: "n1", number: at + 1 }] : [];
  const paragraphs = texts.map(
    (_, segment): Block => ({ ...place, kind: "paragraph", segment, attributes: {} }),
  );
  const notes = texts.flatMap((_, at): Block[] => {
    const attributes = { number: at + 1, href: null };
    return mark(at).length > 0 ? [{ ...place, kind: "footnote", segment: at, attributes }] : [];
  });
  return buildBook(
    bridgeFacts,
    [...paragraphs, ...notes],
    texts.map(([source, target], at) => ({
      kind: "paragraph",
      content: [{ type: "text", text: source }, ...mark(at)],
      target: [{ type: "text", text: target }, ...mark(at)],
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

function readRestingMemory(): number {
  const status = readFileSync(`/proc/${getPdfProcessId()}/status`, "utf8");
  return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]);
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
    [`process at rest after ${warmRounds + 1} exports`, inMegabytes(readRestingMemory())],
  ];
}

async function measureLarge(name: string, book: BilingualBook): Promise<Row[]> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const watch = watchPeak();
  delay.enable();
  const [elapsed, large] = await render(book);
  delay.disable();
  return [
    [`${name} (${large.pages} pages, ${inMegabytes(large.pdf.length)})`, inMilliseconds(elapsed)],
    [`${name}: peak of the process`, inMegabytes(watch.end())],
    [`${name}: longest gap of the server's loop`, inMilliseconds(delay.max / 1e6)],
  ];
}

/** The peak of the process that is kept now: `end` answers the bytes that it has reached until then. */
function watchPeak(): { end(): number } {
  const pid = getPdfProcessId();
  let peak = 0;
  const look = () => {
    const status =
      pid === null || !existsSync(`/proc/${pid}`) ? "" : readFileSync(`/proc/${pid}/status`, "utf8");
    peak = Math.max(peak, 1024 * Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0));
  };
  const timer = setInterval(look, 50);
  return {
    end() {
      clearInterval(timer);
      look();
      return peak;
    },
  };
}

/** The promise of a cancelled job is rejected when its process is dead. */
async function measureCancel(): Promise<Row[]> {
  await render(buildSample(20));
  const pid = getPdfProcessId();
  const control = new AbortController();
  let at = Number.NaN;
  const running = renderPdf(buildSample(1000, 2), defaultExportOptions, {
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
  const elapsed = performance.now() - at;
  if (existsSync(`/proc/${pid}`)) throw new Error("the cancelled process lives on");
  return [["cancel in the middle of 1,000 paragraphs, until its process is dead", inMilliseconds(elapsed)]];
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
  ...(await measureLarge("1,000 distinct paragraphs", buildSample(1000))),
  ...(await measureLarge("the same with 200 notes", buildSample(1000, 3, 5))),
  ...(await measureCancel()),
  ...(await measureReference()),
];
process.stdout.write(
  `| PDF export | |\n| --- | ---: |\n${rows.map(([name, value]) => `| ${name} | ${value} |\n`).join("")}`,
);
