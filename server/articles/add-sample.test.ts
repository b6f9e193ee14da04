import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, it } from "vitest";
import { listCarryOvers } from "#core/articles/carry-over.ts";
import { getSegmentState } from "#core/articles/states.ts";
import type { Member } from "#core/people/permissions.ts";
import { aDatabase, aProject } from "#db/builders.ts";
import { getDb, getHandle, schema, write } from "#db/client.ts";
import { readLiveTarget } from "#server/collab/read-live.ts";
import { addSampleOnce } from "./add-sample.ts";
import { getLibrary } from "./get-library.ts";
import { getWorkbench } from "./get-workbench.ts";
import { sampleTargets } from "./sample-translation.ts";
import { trashArticle } from "./trash-article.ts";

let database: ReturnType<typeof aDatabase>;
let owner: Member;

beforeEach(() => {
  database = aDatabase();
  owner = aProject();
});
afterEach(() => database.close());

const listArticles = async () => (await getLibrary(owner, owner.projectId)).articles;
const getSample = async () => getWorkbench(owner, (await listArticles())[0]?.id ?? "");

it("has 22 segments: 8 approved, 4 translated, 2 drafts, 8 to do", async () => {
  await addSampleOnce(owner);
  const [row] = await listArticles();
  expect(row).toMatchObject({ segmentCount: 22, isSample: true, warnings: [] });
  const counts = Object.entries(row?.progress ?? {}).map(([state, { segments }]) => [state, segments]);
  expect(Object.fromEntries(counts)).toEqual({ untranslated: 8, draft: 2, translated: 4, approved: 8 });
});

it("holds the same text in the Y.Doc as in the tables", async () => {
  await addSampleOnce(owner);
  const { segments, confirmations } = await getSample();
  for (const { number, state, content } of sampleTargets) {
    const segment = segments[number - 1];
    const live = await readLiveTarget(segment?.id ?? "");
    expect(live).toMatchObject({ content, valid: true, hash: segment?.targetHash });
    const own = confirmations.filter((each) => each.segmentId === segment?.id);
    expect(getSegmentState(false, own, segment?.sourceHash ?? "", live.hash)).toBe(state);
  }
});

it("carries every mark and placeholder over in what is confirmed", async () => {
  await addSampleOnce(owner);
  for (const { source, target, number } of (await getSample()).segments) {
    if (target.length === 0) continue;
    const missing = listCarryOvers(source, target).filter((each) => each.isMissing);
    expect(missing, `segment ${number}`).toEqual([]);
  }
});

it("uses its two approved terms and proposes a third", async () => {
  await addSampleOnce(owner);
  const { segments } = await getSample();
  const text = segments.map((each) => each.sourceText).join("\n");
  const rows = getDb().select().from(schema.terms).where(eq(schema.terms.language, "zh")).all();
  expect(rows.map((row) => row.text)).toEqual(["弯道超车", "电子海洛因", "合龙"]);
  for (const row of rows) expect(text).toContain(row.text);
  const states = getDb().select().from(schema.concepts).all();
  expect(states.map((concept) => concept.state)).toEqual(["approved", "approved", "proposed"]);
  expect(getDb().select().from(schema.proposals).all()).toMatchObject([{ state: "open" }]);
});

it("comes once, also when it was thrown away", async () => {
  await addSampleOnce(owner);
  trashArticle(owner, (await getSample()).article.id);
  await addSampleOnce(owner);
  expect(await listArticles()).toEqual([]);
});

it("begins anew after an interrupted start", async () => {
  await addSampleOnce(owner);
  // As if the process had ended before the last write.
  const { articles, confirmations, concepts, projects, proposals, terms } = schema;
  const db = getDb();
  write([
    ...[proposals, terms, concepts, confirmations].map((table) => db.delete(table)),
    db.update(articles).set({ readyAt: null }),
    db.update(projects).set({ sampleAddedAt: null }),
  ]);
  await addSampleOnce(owner);
  expect(await listArticles()).toHaveLength(1);
  expect((await getSample()).members.filter((member) => member.isSample)).toHaveLength(2);
});

it.each(["segment_versions", "members", "confirmations", "concepts"])(
  "is not seen when the disk fills up before its %s",
  async (table) => {
    const { raw } = getHandle();
    raw.exec(`CREATE TRIGGER full BEFORE INSERT ON ${table} BEGIN SELECT RAISE(ABORT, 'no room'); END`);
    await expect(addSampleOnce(owner)).rejects.toThrow("no room");
    expect(await listArticles()).toEqual([]);
    raw.exec("DROP TRIGGER full");
    await addSampleOnce(owner);
    expect(await listArticles()).toMatchObject([{ segmentCount: 22 }]);
    expect(getDb().select().from(schema.articles).all()).toHaveLength(1);
  },
);
