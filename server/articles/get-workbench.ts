import { and, asc, eq } from "drizzle-orm";
import type { Workbench, WorkbenchPart } from "#core/articles/workbench.ts";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema } from "#db/client.ts";
import { listWorkbenchSegments } from "#db/queries/list-workbench-segments.ts";
import { type ArticleFacts, getArticle } from "./get-article.ts";
import { listConfirmations } from "./list-confirmations.ts";

const { articles, members, readingPositions } = schema;

/** Everything that the workbench opens with. Throws as `getArticle`. */
export function getWorkbench(me: Member, articleId: string): Workbench {
  const article = getArticle(me, articleId, "read");
  return {
    article: pickFacts(article),
    blocks: getBlocks(articleId),
    segments: listWorkbenchSegments(articleId),
    parts: listParts(articleId),
    confirmations: listConfirmations(me, articleId),
    members: listMembers(me.projectId),
    me: { id: me.id, projectId: me.projectId, name: me.name, role: me.role, color: me.color },
    resumeSegmentId: findPosition(me.id, articleId),
  };
}

function pickFacts(row: ArticleFacts): Workbench["article"] {
  const { id, projectId, title, source, sourceUrl, author, permission, votes } = row;
  const { updatedAtText, warnings, isSample, trashedAt } = row;
  const facts = { id, projectId, title, source, sourceUrl, author, permission, votes };
  return { ...facts, updatedAtText, warnings, isSample, trashedAt };
}

function getBlocks(articleId: string): Workbench["blocks"] {
  const row = getDb()
    .select({ blocks: articles.blocks })
    .from(articles)
    .where(eq(articles.id, articleId))
    .get();
  if (!row) throw new AppError("not-found");
  return row.blocks;
}

/** The parts of an article in their order, with their epochs today. */
export function listParts(articleId: string): WorkbenchPart[] {
  const { parts } = schema;
  return getDb()
    .select({ id: parts.id, ordinal: parts.ordinal, epoch: parts.epoch })
    .from(parts)
    .where(eq(parts.articleId, articleId))
    .orderBy(asc(parts.ordinal))
    .all();
}

function listMembers(projectId: string): Workbench["members"] {
  return getDb()
    .select({
      id: members.id,
      projectId: members.projectId,
      name: members.name,
      role: members.role,
      color: members.color,
      isSample: members.isSample,
    })
    .from(members)
    .where(eq(members.projectId, projectId))
    .orderBy(asc(members.createdAt), asc(members.id))
    .all();
}

function findPosition(memberId: string, articleId: string): string | null {
  const row = getDb()
    .select({ segmentId: readingPositions.segmentId })
    .from(readingPositions)
    .where(and(eq(readingPositions.memberId, memberId), eq(readingPositions.articleId, articleId)))
    .get();
  return row?.segmentId ?? null;
}
