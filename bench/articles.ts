/** Import, opening, library and search at size, beside a fixed loop and fsyncs of the same run. Prints a markdown table. */
import { closeSync, fsyncSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { aDatabase, anArticle, aProject } from "#db/builders.ts";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { getLibrary } from "#server/articles/get-library.ts";
import { getWorkbench } from "#server/articles/get-workbench.ts";
import { keepImport } from "#server/importing/keep-import.ts";
import { previewImport } from "#server/importing/preview-import.ts";

const hanzi = "桥石头水山人说拱船让路书知道怕拉压排弯成弧每一块都只受力于是几百年不散";
const fields = { author: null, permission: "unknown" } as const;
const rows: (readonly [string, string])[] = [];
const show = (name: string, milliseconds: number) => rows.push([name, `${milliseconds.toFixed(1)} ms`]);

function buildParagraph(number: number): string {
  return `${number}，${Array.from({ length: 150 }, (_, at) => hanzi[(number * 7 + at * at) % hanzi.length]).join("")}。`;
}

/** The best of some runs: what the machine can do when it is let. */
function measure(work: () => unknown, repeats = 7): number {
  const times = Array.from({ length: repeats }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

async function measureAsync(work: () => Promise<unknown>, repeats = 7): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let at = 0; at < repeats; at += 1) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function measureReferences(folder: string): void {
  show(
    "reference: a loop of 10 million sums",
    measure(() => {
      let sum = 0;
      for (let at = 0; at < 10_000_000; at += 1) sum = (sum + at * 31) | 0;
      return sum;
    }),
  );
  const file = path.join(folder, "reference");
  const descriptor = openSync(file, "w");
  const fsyncs = measure(() => {
    for (let at = 0; at < 20; at += 1) {
      writeSync(descriptor, Buffer.alloc(4096));
      fsyncSync(descriptor);
    }
  }, 3);
  closeSync(descriptor);
  rmSync(file);
  show("reference: 20 writes of 4 kB with fsync", fsyncs);
}

async function measureImport(count: number): Promise<void> {
  const body = Array.from({ length: count }, (_, at) => ` <p data-pid="p${at}">${buildParagraph(at)}</p>`);
  const bytes = Buffer.from(`# 长文\n<body>\n${body.join("\n")}\n</body>`);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const { token } = await previewImport(owner, { kind: "file", fileName: "long.md", bytes });
  const previewed = performance.now();
  const { id } = await keepImport(owner, token, fields);
  const kept = performance.now();
  delay.disable();
  show(`import of ${count} paragraphs (${(bytes.length / 1e6).toFixed(1)} MB), preview`, previewed - start);
  show("the same, keep", kept - previewed);
  show("the same, longest block of the event loop", delay.max / 1e6);
  show(
    `open it: data of ${count} segments`,
    measure(() => getWorkbench(owner, id)),
  );
  show(
    "the same, and write it as JSON",
    measure(() => JSON.stringify(getWorkbench(owner, id))),
  );
}

const database = aDatabase();
closeDatabase();
openDatabase(database.folder);
const owner = aProject();
measureReferences(database.folder);
await measureImport(5000);
for (let at = 0; at < 75; at += 1) {
  const sources = Array.from({ length: 200 }, (_, index) => buildParagraph(at * 200 + index));
  anArticle(
    owner,
    sources,
    sources.map((_, index) => (index % 2 === 0 ? "The bridge stands over the water. ".repeat(8) : "")),
  );
}
show(
  "library of 76 articles with 20,001 segments",
  await measureAsync(() => getLibrary(owner, owner.projectId)),
);
show(
  "search in it for words that nobody wrote",
  await measureAsync(() => getLibrary(owner, owner.projectId, { query: "nobody wrote 这个" })),
);
database.close();
process.stdout.write(
  `| what | best |\n| --- | --- |\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}\n`,
);
