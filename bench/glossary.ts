/** Glossary recognition: time to build and MB of text per second, beside a package and a fixed loop of the same run. */
import AhoCorasick from "modern-ahocorasick";
import { buildTermMatcher } from "#core/glossary/term-matcher.ts";
import { createRandom } from "./random.ts";

const sizes = [1_000, 100_000, 500_000];
const textLength = 350_000;
const repeats = 3;

type Engine = {
  readonly name: string;
  /** Builds from the terms; what it returns counts the hits in a text. */
  readonly build: (terms: readonly string[]) => (text: string) => number;
};

const engines: readonly Engine[] = [
  {
    name: "ours",
    build: (terms) => {
      const matcher = buildTermMatcher(terms);
      return (text) => matcher.findAll(text).length;
    },
  },
  {
    name: "modern-ahocorasick 3.3.0",
    build: (terms) => {
      const matcher = new AhoCorasick(terms);
      return (text) => matcher.search(text, { strategy: "leftmost-longest" }).length;
    },
  },
];

/** Hanzi of which few are common and many are rare, as in prose, with a stop after about every twelve. */
function buildText(random: () => number): string {
  const units: string[] = [];
  while (units.length < textLength) {
    if (random() < 0.08) units.push("，");
    else units.push(String.fromCharCode(0x4e00 + Math.floor(3500 * random() ** 3)));
  }
  return units.join("");
}

/** Distinct terms of 2 to 8 hanzi, half of them cut from the text: far denser than a real glossary. */
function buildTerms(count: number, text: string, random: () => number): string[] {
  const terms = new Set<string>();
  const other = buildText(random);
  while (terms.size < count) {
    const from = terms.size % 2 === 0 ? text : other;
    const start = Math.floor(random() * from.length);
    const term = from.slice(start, start + 2 + Math.floor(random() * 7));
    if (term.length >= 2 && !term.includes("，")) terms.add(term);
  }
  return [...terms];
}

function measure(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < repeats; turn += 1) {
    const start = performance.now();
    run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** A fixed piece of work: how fast this machine is just now. */
function runLoop(): void {
  const cells = new Int32Array(1 << 16);
  let at = 1;
  for (let turn = 0; turn < 20_000_000; turn += 1) {
    at = (Math.imul(at, 1_103_515_245) + 12_345) & 0xffff;
    cells[at] = (cells[at] ?? 0) + turn;
  }
}

const random = createRandom(42);
const text = buildText(random);
const megabytes = Buffer.byteLength(text) / 1e6;

console.log(
  `${megabytes.toFixed(2)} MB of text; best of ${repeats}. Fixed loop: ${measure(runLoop).toFixed(0)} ms.\n`,
);
console.log("| Terms | Engine | Build ms | MB/s | Hits |\n| ---: | --- | ---: | ---: | ---: |");
for (const size of sizes) {
  const terms = buildTerms(size, text, random);
  for (const { name, build } of engines) {
    let count = (_: string) => 0;
    const buildTime = measure(() => {
      count = build(terms);
    });
    let hits = 0;
    const time = measure(() => {
      hits = count(text);
    });
    const speed = megabytes / (time / 1000);
    console.log(
      `| ${size.toLocaleString("en")} | ${name} | ${buildTime.toFixed(0)} | ${speed.toFixed(1)} | ${hits.toLocaleString("en")} |`,
    );
  }
}
