/** How often terms are used, with 100,000 concepts and 20,000 segments: time, and the longest block of the event loop. */
import { aDatabase, anArticle, anId, aProject } from "#db/builders.ts";
import { getDb, schema, write } from "#db/client.ts";
import { countUses } from "#server/glossary/count-uses.ts";
import { getConcept } from "#server/glossary/get-concept.ts";
import { type ConceptSearch, listConcepts } from "#server/glossary/list-concepts.ts";
import { proposeConcept } from "#server/glossary/propose-concept.ts";
import { createRandom } from "./random.ts";

const conceptCount = 100_000;
const articleCount = 100;
const segmentsOfArticle = 200;
const rows: string[] = [];

const random = createRandom(7);
const aText = (length: number) =>
  Array.from({ length }, () => String.fromCharCode(0x4e00 + Math.floor(3500 * random() ** 3))).join("");

/** Watches the turns of the event loop; the function ends it and tells the longest, in milliseconds. */
function watchTurns(): () => number {
  let longest = 0;
  let before = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
  };
  const turn = () => {
    look();
    next = setImmediate(turn);
  };
  let next = setImmediate(turn);
  return () => {
    clearImmediate(next);
    look();
    return longest;
  };
}

async function measure<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  const start = performance.now();
  const endWatch = watchTurns();
  const value = await work();
  const took = performance.now() - start;
  rows.push(`| ${name} | ${took.toFixed(0)} ms | ${endWatch().toFixed(1)} ms |`);
  return value;
}

function addConcepts(sources: readonly string[]): void {
  const { concepts, terms } = schema;
  const made = { projectId: owner.projectId, createdAt: 1 };
  for (let start = 0; start < conceptCount; start += 500) {
    const ids = Array.from({ length: 500 }, anId);
    write([
      getDb()
        .insert(concepts)
        .values(
          ids.map((id) => ({ ...made, id, state: "approved" as const, createdBy: owner.id, changedAt: 1 })),
        ),
      getDb()
        .insert(terms)
        .values(
          ids.flatMap((conceptId, at) => [
            {
              ...made,
              id: anId(),
              conceptId,
              language: "zh" as const,
              text: cutTerm(sources),
              status: "preferred" as const,
              pinyin: "shí gǒng qiáo",
            },
            {
              ...made,
              id: anId(),
              conceptId,
              language: "en" as const,
              text: `rendering ${start + at}`,
              status: "preferred" as const,
            },
          ]),
        ),
    ]);
  }
}

/** 2 to 6 hanzi that stand in some source: far more hits than in a real glossary. */
function cutTerm(sources: readonly string[]): string {
  const source = sources[Math.floor(random() * sources.length)] ?? "";
  const start = Math.floor(random() * (source.length - 6));
  return source.slice(start, start + 2 + Math.floor(random() * 5));
}

/** A fixed piece of work: how fast this machine is just now. */
function measureLoop(): number {
  const start = performance.now();
  const cells = new Int32Array(1 << 16);
  let at = 1;
  for (let turn = 0; turn < 20_000_000; turn += 1) {
    at = (Math.imul(at, 1_103_515_245) + 12_345) & 0xffff;
    cells[at] = (cells[at] ?? 0) + turn;
  }
  return performance.now() - start;
}

const database = aDatabase();
const owner = aProject();
const sources = Array.from({ length: articleCount * segmentsOfArticle }, () => aText(80));
const aNewArticle = (at: number) =>
  anArticle(owner, sources.slice(at * segmentsOfArticle, (at + 1) * segmentsOfArticle));
for (let at = 0; at < articleCount - 1; at += 1) aNewArticle(at);
addConcepts(sources);
// What the writing left to be cleared away is not the reading's.
await new Promise((resolve) => setTimeout(resolve, 1000));

const search: ConceptSearch = {
  projectId: owner.projectId,
  query: "",
  filter: "all",
  order: "review",
  offset: 0,
  around: null,
};
const list = (asked: Partial<ConceptSearch>) => listConcepts(owner, { ...search, ...asked });
rows.push(`| reference: fixed loop | ${measureLoop().toFixed(0)} ms | |`);
const page = await measure("first list after a start: concepts, matcher, all segments", () => list({}));
await measure("the list again", () => list({}));
await measure("the list by use, from the middle", () => list({ order: "uses", offset: 50_000 }));
await measure("a search by pinyin", () => list({ query: "shigong" }));
aNewArticle(articleCount - 1);
await measure("counts after an import of 200 segments", () =>
  countUses(owner, { projectId: owner.projectId, conceptIds: page.concepts.map(({ id }) => id) }),
);
const mostUsed = await list({ order: "uses" });
rows.push(`| uses of the most used concept | ${mostUsed.concepts[0]?.uses.segments} segments | |`);
await measure("its evidence and renderings", () => getConcept(owner, mostUsed.concepts[0]?.id ?? ""));
proposeConcept(owner, {
  projectId: owner.projectId,
  sourceTerm: "山",
  rendering: "mountain",
  definition: "",
  evidenceSegmentId: null,
});
await measure("the list after a new term: all is counted anew", () => list({}));
rows.push(`| reference: fixed loop, at the end | ${measureLoop().toFixed(0)} ms | |`);
database.close();
process.stdout.write(`| what | took | longest block |\n| --- | --- | --- |\n${rows.join("\n")}\n`);
