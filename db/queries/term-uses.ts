/** Reads of sources and stored targets for the uses of terms: only of articles in the library. */
import { and, asc, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import type { ConceptEvidence } from "#core/glossary/concept.ts";
import { getDb, schema } from "#db/client.ts";

const { articles, segments } = schema;

/** Ids of the articles that are whole and not in the trash, the oldest first. */
export function listLibraryArticleIds(projectId: string): string[] {
  return getDb()
    .select({ id: articles.id })
    .from(articles)
    .where(and(eq(articles.projectId, projectId), isNotNull(articles.readyAt), isNull(articles.trashedAt)))
    .orderBy(asc(articles.createdAt), asc(articles.id))
    .all()
    .map(({ id }) => id);
}

/** Sources of an article in order, after the segment with this number. */
export function listSourceTexts(articleId: string, after: number, limit: number) {
  return getDb()
    .select({ number: segments.number, text: segments.sourceText })
    .from(segments)
    .where(and(eq(segments.articleId, articleId), gt(segments.number, after)))
    .orderBy(asc(segments.number))
    .limit(limit)
    .all();
}

/** Targets as last stored, of the segments with these numbers. At most some hundreds at once. */
export function listTargetTexts(articleId: string, numbers: readonly number[]): string[] {
  return getDb()
    .select({ text: segments.targetText })
    .from(segments)
    .where(and(eq(segments.articleId, articleId), inArray(segments.number, [...numbers])))
    .all()
    .map(({ text }) => text);
}

/** The segments with these numbers in reading order, with the title of their article. */
export function listEvidence(
  articleId: string,
  numbers: readonly number[],
): Omit<ConceptEvidence, "ranges">[] {
  return getDb()
    .select({
      segmentId: segments.id,
      articleId: segments.articleId,
      articleTitle: articles.title,
      number: segments.number,
      sourceText: segments.sourceText,
      targetText: segments.targetText,
    })
    .from(segments)
    .innerJoin(articles, eq(articles.id, segments.articleId))
    .where(and(eq(segments.articleId, articleId), inArray(segments.number, [...numbers])))
    .orderBy(asc(segments.number))
    .all();
}
