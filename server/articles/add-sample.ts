/** The sample article: added once to a data folder, whatever becomes of it afterwards. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { and, eq, isNull } from "drizzle-orm";
import { hashContent } from "#core/articles/canonical.ts";
import { textSchemaVersion } from "#core/articles/inline.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, type Statement, schema, write } from "#db/client.ts";
import { seedPart } from "#server/collab/seed-part.ts";
import { createId } from "#server/create-id.ts";
import { readInWorker } from "#server/importing/read-in-worker.ts";
import { buildOriginal, type ImportInput } from "#server/importing/staging.ts";
import { buildReady, type StoredArticle, storeArticle } from "#server/importing/store-article.ts";
import { deleteArticle } from "./purge-articles.ts";
import {
  type SampleConcept,
  sampleConcepts,
  sampleReviewer,
  sampleTargets,
  sampleTranslator,
} from "./sample-translation.ts";

const sampleFile = path.join(import.meta.dirname, "../../samples/bridge.md");

/**
 * Adds the sample article with its translation, its two members and its glossary, unless the project had it before.
 * Interrupted, the next start begins anew: only the last write makes it count, and lets it be seen.
 */
export async function addSampleOnce(owner: Member): Promise<void> {
  const { articles, projects } = schema;
  const db = getDb();
  const project = db.select().from(projects).where(eq(projects.id, owner.projectId)).get();
  if (!project || project.sampleAddedAt !== null) return;
  const isHalf = and(
    eq(articles.projectId, owner.projectId),
    eq(articles.isSample, true),
    isNull(articles.readyAt),
  );
  for (const { id } of db.select({ id: articles.id }).from(articles).where(isHalf).all()) {
    await deleteArticle(id);
  }
  const article = await storeSample(owner);
  await seedTargets(article);
  const [reviewer, translator] = [addMember(owner, sampleReviewer), addMember(owner, sampleTranslator)];
  write([
    ...buildConfirmations(owner.projectId, article, reviewer, translator),
    ...sampleConcepts.flatMap((concept) =>
      buildConcept(owner.projectId, article, concept, reviewer, translator),
    ),
    buildReady(article.id),
    db.update(projects).set({ sampleAddedAt: Date.now() }).where(eq(projects.id, owner.projectId)),
  ]);
}

async function storeSample(owner: Member): Promise<StoredArticle> {
  const bytes = await readFile(sampleFile);
  const input: ImportInput = { kind: "file", fileName: path.basename(sampleFile), bytes };
  return storeArticle(owner, await readInWorker(input), {
    original: buildOriginal(input),
    author: "林河",
    permission: "open-licence",
    isSample: true,
  });
}

async function seedTargets({ partIds, segments }: StoredArticle): Promise<void> {
  const contents = sampleTargets.map(({ number, content }) => ({
    segmentId: segments[number - 1]?.id ?? "",
    content,
  }));
  await seedPart(partIds[0] ?? "", contents, "sample");
}

/** The id of a fictional member; an interrupted start may have left it. */
function addMember({ projectId }: Member, facts: typeof sampleReviewer): string {
  const { members } = schema;
  const db = getDb();
  const known = db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.projectId, projectId), eq(members.isSample, true), eq(members.name, facts.name)))
    .get();
  if (known) return known.id;
  const id = createId();
  write([db.insert(members).values({ ...facts, id, projectId, isSample: true, createdAt: Date.now() })]);
  return id;
}

function buildConfirmations(
  projectId: string,
  { id: articleId, segments }: StoredArticle,
  reviewer: string,
  translator: string,
): Statement[] {
  const db = getDb();
  return sampleTargets.flatMap(({ number, state, content }) => {
    if (state === "draft") return [];
    const segmentId = segments[number - 1]?.id ?? "";
    const segment = db
      .select({ sourceHash: schema.segments.sourceHash })
      .from(schema.segments)
      .where(eq(schema.segments.id, segmentId))
      .get();
    return db.insert(schema.confirmations).values({
      id: createId(),
      projectId,
      articleId,
      segmentId,
      level: state,
      memberId: state === "approved" ? reviewer : translator,
      targetHash: hashContent(content),
      sourceHash: segment?.sourceHash ?? "",
      schemaVersion: textSchemaVersion,
      at: Date.now(),
    });
  });
}

function buildConcept(
  projectId: string,
  { segments }: StoredArticle,
  { state, definition, domain, note, terms, proposal }: SampleConcept,
  reviewer: string,
  translator: string,
): Statement[] {
  const db = getDb();
  const conceptId = createId();
  const createdAt = Date.now();
  const decided = state === "approved" ? { decidedBy: reviewer, decidedAt: createdAt } : {};
  const born = { projectId, createdBy: translator, createdAt };
  return [
    db
      .insert(schema.concepts)
      .values({ ...born, ...decided, id: conceptId, state, definition, domain, note, changedAt: createdAt }),
    // The time keeps their order: the preferred rendering is the first.
    ...terms.map((term, index) =>
      db
        .insert(schema.terms)
        .values({ ...term, id: createId(), conceptId, projectId, createdAt: createdAt + index }),
    ),
    ...(proposal === null
      ? []
      : [
          db.insert(schema.proposals).values({
            ...born,
            id: createId(),
            conceptId,
            kind: "new-concept",
            state: "open",
            change: { definition, domain, note, terms: terms.map(({ pinyin: _pinyin, ...term }) => term) },
            reason: proposal.reason,
            evidenceSegmentId: segments[proposal.segment - 1]?.id,
          }),
        ]),
  ];
}
