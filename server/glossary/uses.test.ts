import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { trashTime } from "#core/articles/library.ts";
import { evidencePageSize, type TermDraft } from "#core/glossary/concept.ts";
import type { Member } from "#core/people/permissions.ts";
import { aDatabase, anArticle, aProject } from "#db/builders.ts";
import { getDb, schema, write } from "#db/client.ts";
import { purgeTrash } from "#server/articles/purge-articles.ts";
import { restoreArticle, trashArticle } from "#server/articles/trash-article.ts";
import { countUses } from "./count-uses.ts";
import { decideProposal } from "./decide-proposal.ts";
import { editConcept } from "./edit-concept.ts";
import { findNamesakes } from "./find-namesakes.ts";
import { getArticleConcepts } from "./get-article-concepts.ts";
import { getConcept } from "./get-concept.ts";
import { listConcepts } from "./list-concepts.ts";
import { listEvidence } from "./list-evidence.ts";
import { proposeConcept } from "./propose-concept.ts";

let database: ReturnType<typeof aDatabase>;
beforeAll(() => {
  database = aDatabase();
});
afterAll(() => database.close());

function propose(member: Member, sourceTerm: string, rendering = "x"): string {
  const { projectId } = member;
  const input = { projectId, sourceTerm, rendering, definition: "", evidenceSegmentId: null };
  return proposeConcept(member, input).conceptId;
}

async function count(member: Member, conceptId: string) {
  const { projectId } = member;
  const counts = await countUses(member, { projectId, conceptIds: [conceptId] });
  return [counts[conceptId]?.segments, counts[conceptId]?.articles];
}

async function setTerms(member: Member, conceptId: string, terms: readonly TermDraft[]) {
  const { changedAt } = await getConcept(member, conceptId);
  editConcept(member, { conceptId, definition: "", domain: "", note: "", terms, changedAt });
}

test("counts the segments and articles in which a term stands, longest first, in the own project only", async () => {
  const [owner, stranger] = [aProject(), aProject()];
  anArticle(owner, ["超车", "弯道超车，弯道超车。", "在弯道超车前先超车。"]);
  anArticle(owner, ["慢车", "不超车。"]);
  anArticle(stranger, ["超车"]);
  const overtake = propose(owner, "超车");
  expect(await count(owner, overtake)).toEqual([4, 2]);
  const bend = propose(owner, "弯道超车");
  expect(await count(owner, overtake)).toEqual([3, 2]);
  expect(await count(owner, bend)).toEqual([2, 1]);
  await expect(countUses(stranger, { projectId: owner.projectId, conceptIds: [bend] })).rejects.toThrow(
    "forbidden",
  );
});

test("counts follow articles that come, go to the trash, return, and are removed for good", async () => {
  const owner = aProject();
  const pier = propose(owner, "桥墩");
  expect(await count(owner, pier)).toEqual([0, 0]);
  const first = anArticle(owner, ["桥墩", "桥墩很高。"]);
  const second = anArticle(owner, ["另一座", "也有桥墩。"]);
  expect(await count(owner, pier)).toEqual([3, 2]);
  trashArticle(owner, first.id);
  expect(await count(owner, pier)).toEqual([1, 1]);
  restoreArticle(owner, first.id);
  expect(await count(owner, pier)).toEqual([3, 2]);
  trashArticle(owner, second.id);
  await purgeTrash(Date.now() + trashTime + 1000);
  expect(await count(owner, pier)).toEqual([2, 1]);
  const { articles } = schema;
  write([getDb().update(articles).set({ readyAt: null }).where(eq(articles.id, first.id))]);
  expect(await count(owner, pier)).toEqual([0, 0]);
});

test("counts follow the terms: edited, rejected, and taken up again", async () => {
  const owner = aProject();
  anArticle(owner, ["石拱桥", "拱桥。", "石拱。"]);
  const arch = propose(owner, "拱桥");
  const stone = propose(owner, "石拱桥");
  expect([await count(owner, arch), await count(owner, stone)]).toEqual([
    [1, 1],
    [1, 1],
  ]);
  await setTerms(owner, stone, [{ language: "zh", text: "石拱", status: "preferred" }]);
  expect([await count(owner, arch), await count(owner, stone)]).toEqual([
    [1, 1],
    [2, 1],
  ]);
  const decide = async (decision: "reject" | "reopen") => {
    const { changedAt } = await getConcept(owner, stone);
    decideProposal(owner, { conceptId: stone, decision, reason: "", changedAt });
  };
  await decide("reject");
  // Where 拱桥 has its place again, the rejected 石拱 has none.
  expect([await count(owner, arch), await count(owner, stone)]).toEqual([
    [2, 1],
    [1, 1],
  ]);
  await decide("reopen");
  expect(await count(owner, stone)).toEqual([2, 1]);
});

test("an article is given the current concepts of its sources, also of one in the trash", async () => {
  const owner = aProject();
  const { id } = anArticle(owner, ["石拱桥", "拱桥。", "石拱。"]);
  const ids = async () => (await getArticleConcepts(owner, id)).map((concept) => concept.id).sort();
  const arch = propose(owner, "拱桥");
  const stone = propose(owner, "石拱桥");
  propose(owner, "拱");
  propose(owner, "桥墩");
  expect(await ids()).toHaveLength(3);
  const { changedAt } = await getConcept(owner, stone);
  decideProposal(owner, { conceptId: stone, decision: "reject", reason: "", changedAt });
  const after = await ids();
  expect(after).toHaveLength(2);
  expect(after).toContain(arch);
  trashArticle(owner, id);
  expect(await count(owner, arch)).toEqual([0, 0]);
  expect(await ids()).toEqual(after);
});

test("a change during the first reading is not missed", async () => {
  const owner = aProject();
  anArticle(owner, ["标题", "潮水。"]);
  const early = propose(owner, "潮");
  const reading = count(owner, early);
  const late = propose(owner, "潮水");
  await reading;
  expect([await count(owner, early), await count(owner, late)]).toEqual([
    [0, 0],
    [1, 1],
  ]);
});

test("evidence comes in reading order, page by page, with how it is translated", async () => {
  const owner = aProject();
  const sources = Array.from({ length: evidencePageSize + 5 }, (_, at) =>
    at === 3 ? "没有。" : "电子海洛因",
  );
  anArticle(owner, sources, ["", "Electronic heroin!", "digital heroin", "-", "e-drug", "electronic opium"]);
  const second = anArticle(owner, ["标题", "又是电子海洛因。"], ["", "electronic heroin"]);
  const heroin = propose(owner, "电子海洛因", "electronic heroin");
  await setTerms(owner, heroin, [
    { language: "zh", text: "电子海洛因", status: "preferred" },
    { language: "en", text: "electronic heroin", status: "preferred" },
    { language: "en", text: "digital heroin", status: "admitted" },
    { language: "en", text: "electronic opium", status: "deprecated" },
  ]);
  const detail = await getConcept(owner, heroin);
  expect(detail.uses).toEqual({ segments: evidencePageSize + 5, articles: 2 });
  expect(detail.evidence).toHaveLength(evidencePageSize);
  expect(detail.evidence.map(({ number }) => number).slice(0, 4)).toEqual([1, 2, 3, 5]);
  const rest = await listEvidence(owner, { conceptId: heroin, offset: evidencePageSize });
  expect(rest).toHaveLength(5);
  expect(rest.at(-1)).toMatchObject({
    articleId: second.id,
    number: 2,
    targetText: "electronic heroin",
    ranges: [{ start: 2, end: 7 }],
  });
  const english = detail.terms.filter(({ language }) => language === "en");
  expect(english.map(({ id }) => detail.renderingCounts[id])).toEqual([2, 1, 1]);
  expect(detail.otherWordingCount).toBe(2);
});

test("the list can be ordered by use, opened around a concept, and asked for conflicts", async () => {
  const owner = aProject();
  anArticle(owner, ["桥", "桥和水", "水，水", "水"]);
  const water = propose(owner, "水", "water");
  const bridge = propose(owner, "桥", "bridge");
  const river = propose(owner, "河", "river");
  const other = propose(owner, "水", "liquor");
  const { projectId } = owner;
  const search = { projectId, query: "", filter: "all", order: "uses", offset: 0, around: null } as const;
  const byUse = await listConcepts(owner, search);
  const ids = byUse.concepts.map(({ id }) => id);
  expect(ids.slice(0, 2).sort()).toEqual([other, water].sort());
  expect(ids.slice(2)).toEqual([bridge, river]);
  expect(byUse.concepts.map(({ uses }) => uses.segments)).toEqual([3, 3, 2, 0]);
  const around = await listConcepts(owner, { ...search, offset: 100, around: river });
  expect([around.offset, around.index]).toEqual([0, 3]);
  const conflicts = await listConcepts(owner, { ...search, filter: "conflicts", around: river });
  expect(conflicts).toMatchObject({ total: 2, index: null, counts: { conflicts: 2, all: 4 } });
  expect((await getConcept(owner, water)).namesakes).toEqual([
    { id: other, state: "proposed", text: "水", rendering: "liquor" },
  ]);
});

test("whoever types a term that is there is told, whatever its state", async () => {
  const owner = aProject();
  const ids = [propose(owner, "合龙", "closure"), propose(owner, "合龙", "meeting")];
  const { changedAt } = await getConcept(owner, ids[0] ?? "");
  decideProposal(owner, { conceptId: ids[0] ?? "", decision: "reject", reason: "", changedAt });
  const { projectId } = owner;
  const find = (text: string, exceptId: string | null = null) =>
    findNamesakes(owner, { projectId, text, exceptId }).map(
      ({ state, rendering }) => `${state} ${rendering}`,
    );
  expect(find(" 合龙 ").sort()).toEqual(["proposed meeting", "rejected closure"]);
  expect(find("合龙", ids[0])).toEqual(["proposed meeting"]);
  expect(find("合")).toEqual([]);
  expect(find("closure")).toEqual([]);
});
