/** The one article of a fixture: made at the first start, found again at the next. */
import { asc, eq } from "drizzle-orm";
import { hashContent, hashText } from "#core/articles/canonical.ts";
import type { Role } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { createId } from "#server/create-id.ts";

const { articles, members, parts, projects, segments } = schema;

export type Fixture = {
  readonly projectId: string;
  readonly articleId: string;
  readonly parts: readonly { readonly id: string; readonly segmentIds: readonly string[] }[];
  readonly owner: string;
  readonly translator: string;
  readonly viewer: string;
};

export type FixtureSize = { readonly segments?: number; readonly parts?: number };

/** Finds the fixture's article in the open database, or makes it. */
export function findFixture(size: FixtureSize): Fixture {
  if (!getDb().select().from(articles).get()) createFixture(size);
  const article = getDb().select().from(articles).orderBy(asc(articles.id)).get();
  if (!article) throw new Error("the fixture was not made");
  const rows = getDb()
    .select()
    .from(parts)
    .where(eq(parts.articleId, article.id))
    .orderBy(asc(parts.ordinal))
    .all();
  return {
    projectId: article.projectId,
    articleId: article.id,
    parts: rows.map(({ id }) => ({ id, segmentIds: listSegmentIds(id) })),
    owner: getMemberId("owner"),
    translator: getMemberId("translator"),
    viewer: getMemberId("viewer"),
  };
}

function listSegmentIds(partId: string): string[] {
  const rows = getDb()
    .select({ id: segments.id })
    .from(segments)
    .where(eq(segments.partId, partId))
    .orderBy(asc(segments.number))
    .all();
  return rows.map(({ id }) => id);
}

function getMemberId(role: Role): string {
  const member = getDb().select().from(members).where(eq(members.role, role)).get();
  if (!member) throw new Error(`the fixture has no ${role}`);
  return member.id;
}

function createFixture({ segments: perPart = 3, parts: partCount = 2 }: FixtureSize): void {
  const now = Date.now();
  const projectId = createId();
  const people = (["owner", "translator", "viewer"] as const).map((role) => ({
    id: createId(),
    projectId,
    name: role,
    role,
    color: "li",
    isSample: false,
    createdAt: now,
  }));
  write([
    getDb().insert(projects).values({ id: projectId, name: "Fixture", createdAt: now }),
    getDb().insert(members).values(people),
  ]);
  for (let index = 0; index < 2; index += 1)
    createArticle(projectId, people[0]?.id ?? "", perPart, partCount);
}

/** Two articles, so that a token of one can be tried on a part of the other. */
function createArticle(projectId: string, createdBy: string, perPart: number, partCount: number): void {
  const articleId = createId();
  const now = Date.now();
  const rows = Array.from({ length: partCount }, (_, ordinal) => ({
    id: createId(),
    projectId,
    articleId,
    ordinal,
    epoch: 1,
  }));
  const texts = rows.flatMap((part, ordinal) =>
    Array.from({ length: perPart }, (_, index) => buildSegment(part, ordinal * perPart + index + 1)),
  );
  write([
    getDb().insert(articles).values({
      id: articleId,
      projectId,
      title: "桥",
      source: "pasted-text",
      permission: "unknown",
      meta: [],
      warnings: [],
      blocks: [],
      segmentCount: texts.length,
      createdBy,
      createdAt: now,
      changedAt: now,
      readyAt: now,
    }),
    getDb().insert(parts).values(rows),
    ...texts.map((row) => getDb().insert(segments).values(row)),
  ]);
}

function buildSegment(part: { id: string; projectId: string; articleId: string }, number: number) {
  const text = `第${number}座桥`;
  const source = [{ type: "text" as const, text }];
  return {
    id: createId(),
    projectId: part.projectId,
    articleId: part.articleId,
    partId: part.id,
    number,
    kind: "paragraph" as const,
    source,
    sourceText: text,
    sourceHash: hashContent(source),
    textHash: hashText(text),
    target: [],
    targetText: "",
    targetHash: hashContent([]),
  };
}
