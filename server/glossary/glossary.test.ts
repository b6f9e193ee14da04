import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Member } from "#core/people/permissions.ts";
import { aDatabase, aMember, anArticle, aProject } from "#db/builders.ts";
import { getDb, schema } from "#db/client.ts";
import { decideProposal } from "./decide-proposal.ts";
import { editConcept } from "./edit-concept.ts";
import { getArticleConcepts } from "./get-article-concepts.ts";
import { getConcept } from "./get-concept.ts";
import { type ConceptSearch, listConcepts } from "./list-concepts.ts";
import { proposeConcept } from "./propose-concept.ts";

let database: ReturnType<typeof aDatabase>;
beforeAll(() => {
  database = aDatabase();
});
afterAll(() => database.close());

function propose(
  member: Member,
  sourceTerm: string,
  rendering: string,
  evidenceSegmentId: string | null = null,
) {
  const { projectId } = member;
  const input = { projectId, sourceTerm, rendering, definition: "", evidenceSegmentId };
  return proposeConcept(member, input).conceptId;
}

async function decide(
  member: Member,
  conceptId: string,
  decision: "approve" | "reject" | "reopen",
  reason = "",
) {
  const { changedAt } = await getConcept(member, conceptId);
  return decideProposal(member, { conceptId, decision, reason, changedAt });
}

function search(member: Member, query: string, asked: Partial<ConceptSearch> = {}) {
  const { projectId } = member;
  const plain = { projectId, query, filter: "all", order: "review", offset: 0, around: null } as const;
  return listConcepts(member, { ...plain, ...asked });
}

function findProposal(conceptId: string) {
  return getDb().select().from(schema.proposals).where(eq(schema.proposals.conceptId, conceptId)).get();
}

test("a proposal is seen at once, with pinyin and the segments that use it", async () => {
  const owner = aProject();
  const { id, segmentIds } = anArticle(
    owner,
    ["拱架", "先立拱架。", "后来拆了。"],
    ["", "First the centring."],
  );
  const translator = aMember(owner.projectId, "translator", "Ana");
  const conceptId = propose(translator, " 拱架 ", "centring", segmentIds[1]);
  const [entry] = await getArticleConcepts(owner, id);
  expect(entry).toMatchObject({ id: conceptId, state: "proposed", proposedBy: "Ana" });
  expect(entry?.terms.map(({ text, pinyin }) => [text, pinyin])).toEqual([
    ["拱架", "gǒngjià"],
    ["centring", null],
  ]);
  const detail = await getConcept(owner, conceptId);
  expect(detail.evidence.map(({ number, targetText }) => [number, targetText])).toEqual([
    [1, ""],
    [2, "First the centring."],
  ]);
  expect(findProposal(conceptId)).toMatchObject({ state: "open", evidenceSegmentId: segmentIds[1] });
});

test("a decision names its reason, closes the proposal, and can be reopened", async () => {
  const owner = aProject();
  const { id } = anArticle(owner, ["合龙那天"]);
  const conceptId = propose(owner, "合龙", "closure");
  await decide(owner, conceptId, "reject", "Too short");
  expect(await getArticleConcepts(owner, id)).toEqual([]);
  expect(await getConcept(owner, conceptId)).toMatchObject({
    state: "rejected",
    decision: { by: "Owner", reason: "Too short" },
  });
  expect(findProposal(conceptId)?.state).toBe("rejected");
  await decide(owner, conceptId, "reopen");
  expect(findProposal(conceptId)).toMatchObject({ state: "open", decidedBy: null });
  await decide(owner, conceptId, "approve");
  expect((await getArticleConcepts(owner, id))[0]?.state).toBe("approved");
  expect(findProposal(conceptId)?.state).toBe("accepted");
});

test("a decision or an edit made from an older state is a conflict, and changes nothing", async () => {
  const owner = aProject();
  const conceptId = propose(owner, "合龙", "closure");
  const { changedAt } = await getConcept(owner, conceptId);
  const edit = { conceptId, definition: "Meeting in the middle.", domain: "building", note: "", changedAt };
  const terms = [
    { language: "zh", text: "合龙", status: "preferred" },
    { language: "en", text: "closing", status: "preferred" },
    { language: "en", text: "closure", status: "deprecated" },
  ] as const;
  editConcept(owner, { ...edit, terms });
  expect(() => editConcept(owner, { ...edit, terms: terms.slice(0, 1) })).toThrow("conflict");
  expect(() => decideProposal(owner, { conceptId, decision: "approve", reason: "", changedAt })).toThrow(
    "conflict",
  );
  const after = await getConcept(owner, conceptId);
  expect(after).toMatchObject({
    state: "proposed",
    domain: "building",
    definition: "Meeting in the middle.",
  });
  expect(after.terms.map(({ text, status }) => [text, status])).toEqual(
    terms.map(({ text, status }) => [text, status]),
  );
});

test("search takes hanzi, pinyin without tones and English; counts follow it", async () => {
  const owner = aProject();
  const bend = propose(owner, "弯道超车", "overtake on the bend");
  propose(owner, "弯路", "detour");
  await decide(owner, bend, "approve");
  expect((await search(owner, "wandao")).concepts.map(({ id }) => id)).toEqual([bend]);
  expect((await search(owner, "on the BEND")).total).toBe(1);
  expect((await search(owner, "弯")).counts).toEqual({ review: 1, approved: 1, conflicts: 0, all: 2 });
  expect((await search(owner, "弯", { filter: "approved" })).concepts.map(({ id }) => id)).toEqual([bend]);
  expect((await search(owner, "bridge")).total).toBe(0);
});

test("the same term with the same rendering is a conflict, with another one it is not", async () => {
  const owner = aProject();
  const first = propose(owner, "版号", "publication licence");
  expect(() => propose(owner, "版号", "Publication Licence")).toThrow("conflict");
  propose(owner, "版号", "ISBN");
  await decide(owner, first, "reject");
  propose(owner, "版号", "publication licence");
  expect((await search(owner, "版号")).total).toBe(3);
});

test("each may do what the role allows, in the own project only", async () => {
  const owner = aProject();
  const viewer = aMember(owner.projectId, "viewer");
  const translator = aMember(owner.projectId, "translator");
  const stranger = aProject();
  const conceptId = propose(translator, "拱架", "centring");
  const { terms, changedAt } = await getConcept(viewer, conceptId);
  const edit = { conceptId, definition: "", domain: "", note: "", terms, changedAt };
  expect(() => propose(viewer, "桥", "bridge")).toThrow("forbidden");
  await expect(decide(translator, conceptId, "approve")).rejects.toThrow("forbidden");
  await expect(getConcept(stranger, conceptId)).rejects.toThrow("not-found");
  await expect(getArticleConcepts(stranger, anArticle(owner).id)).rejects.toThrow("not-found");
  expect(() => editConcept(stranger, edit)).toThrow("not-found");
  editConcept(translator, edit);
  await decide(owner, conceptId, "approve");
  const approved = { ...edit, changedAt: (await getConcept(owner, conceptId)).changedAt };
  expect(() => editConcept(translator, approved)).toThrow("forbidden");
  const { segmentIds } = anArticle(stranger);
  expect(() => propose(owner, "桥", "bridge", segmentIds[0])).toThrow("not-found");
});
