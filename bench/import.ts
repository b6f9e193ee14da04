/**
 * How fast an article of 5,000 paragraphs is read, beside parse5's parsing of the same bytes (a tree only, no model) and
 * a fixed loop that shows how busy the machine is. Prints a markdown table.
 */
import { parse } from "parse5";
import { readZhihuFile } from "#core/importing/read-article.ts";
import { readInWorker } from "#server/importing/read-in-worker.ts";

const rounds = 15;

/** 5,000 paragraphs of about 110 characters, with marks, links, entities, formulas, lists and notes among them. */
function buildFile(): Uint8Array {
  const sentence = "河水每年涨三次，桥墩上留下一道一道的痕迹，老人看痕迹就知道哪年丰收。";
  const extras = [
    '这里有<b>重点</b>和<a href="https://link.zhihu.com/?target=https%3A//example.com/%25E6">出处</a>。',
    '设<img eeimg="1" alt="x_1 &lt; y">成立，&lt;2020&gt;年以后更是如此。',
    '见<sup data-draft-type="reference" data-numero="1" data-text="县志">[1]</sup>与&nbsp;附录。',
    "",
  ];
  const paragraphs = Array.from({ length: 5_000 }, (_, index) => {
    const text = sentence.repeat(3) + (index % 5 === 0 ? (extras[(index / 5) % extras.length] ?? "") : "");
    return ` <p data-pid="p${String(index).padStart(7, "0")}">${text}</p>\n`;
  });
  return new TextEncoder().encode(`# 长文\n- 点赞数：1\n<body>\n${paragraphs.join("")}</body>`);
}

/** A fixed amount of arithmetic. */
function runReference(): number {
  let value = 1;
  for (let step = 0; step < 50_000_000; step += 1) value = (Math.imul(value, 1_664_525) + 1_013_904_223) | 0;
  return value;
}

/** Milliseconds of each round: the median and the slowest. */
async function measure(run: () => unknown): Promise<{ median: number; slowest: number }> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  return { median: times[rounds >> 1] ?? 0, slowest: times.at(-1) ?? 0 };
}

const bytes = buildFile();
const html = new TextDecoder().decode(bytes);
const { segments } = readZhihuFile(bytes);
const rows: [string, () => unknown][] = [
  ["reader, whole", () => readZhihuFile(bytes)],
  ["reader in its thread, started anew", () => readInWorker({ kind: "file", bytes })],
  ["parse5, tree only", () => parse(html)],
  ["fixed loop of 50 M steps", runReference],
];
console.log(`${segments.length} segments, ${(bytes.length / 1e6).toFixed(2)} MB, ${rounds} rounds\n`);
console.log("| what | median ms | slowest ms | MB/s |\n| --- | --- | --- | --- |");
for (const [name, run] of rows) {
  const { median, slowest } = await measure(run);
  const speed = name.startsWith("fixed") ? "" : (bytes.length / 1e3 / median).toFixed(1);
  console.log(`| ${name} | ${median.toFixed(1)} | ${slowest.toFixed(1)} | ${speed} |`);
}
