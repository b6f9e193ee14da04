/** Reads of the glossary's tables. */
import { and, asc, count, countDistinct, eq, isNull, or, sql } from "drizzle-orm";
import type { ConceptEvidence, ConceptSummary, UseCount } from "#core/glossary/concept.ts";
import { getDb, schema } from "#db/client.ts";

const { articles, concepts, members, segments, terms } = schema;

/** Changes whenever a concept of the project is added or changed. */
export function getGlossaryVersion(projectId: string): string {
  const row = getDb()
    // A sum, because each change makes it grow; as text, because it may pass what a number holds exactly.
    .select({ rows: count(), sum: sql<string | null>`cast(sum(${concepts.changedAt}) as text)` })
    .from(concepts)
    .where(eq(concepts.projectId, projectId))
    .get();
  return `${row?.rows ?? 0}:${row?.sum ?? 0}`;
}

/** All concepts of a project in every state, with their terms in the order they were given. */
export function listConceptRows(projectId: string): ConceptSummary[] {
  const termsByConcept = new Map<string, ConceptSummary["terms"][number][]>();
  const termRows = getDb()
    .select()
    .from(terms)
    .where(eq(terms.projectId, projectId))
    .orderBy(asc(terms.createdAt), asc(terms.id))
    .all();
  for (const { conceptId, id, language, text, status, pinyin } of termRows) {
    const term = { id, language, text, status, pinyin };
    const known = termsByConcept.get(conceptId);
    if (known) known.push(term);
    else termsByConcept.set(conceptId, [term]);
  }
  return getDb()
    .select({ ...conceptColumns, proposedBy: members.name })
    .from(concepts)
    .innerJoin(members, eq(members.id, concepts.createdBy))
    .where(eq(concepts.projectId, projectId))
    .all()
    .map((row) => ({ ...row, terms: termsByConcept.get(row.id) ?? [] }));
}

const conceptColumns = {
  id: concepts.id,
  state: concepts.state,
  definition: concepts.definition,
  domain: concepts.domain,
  note: concepts.note,
  changedAt: concepts.changedAt,
};

/** The row of one concept, undefined when there is none. */
export function findConceptRow(conceptId: string) {
  return getDb().select().from(concepts).where(eq(concepts.id, conceptId)).get();
}

/** Segments of articles in the library whose source holds one of the terms, in reading order. */
export function listEvidence(
  projectId: string,
  sourceTerms: readonly string[],
  limit: number,
): ConceptEvidence[] {
  if (sourceTerms.length === 0) return [];
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
    .where(isEvidence(projectId, sourceTerms))
    .orderBy(asc(articles.createdAt), asc(segments.articleId), asc(segments.number))
    .limit(limit)
    .all();
}

/** How many such segments there are, and in how many articles. */
export function countEvidence(projectId: string, sourceTerms: readonly string[]): UseCount {
  if (sourceTerms.length === 0) return { segments: 0, articles: 0 };
  const row = getDb()
    .select({ segments: count(), articles: countDistinct(segments.articleId) })
    .from(segments)
    .innerJoin(articles, eq(articles.id, segments.articleId))
    .where(isEvidence(projectId, sourceTerms))
    .get();
  return row ?? { segments: 0, articles: 0 };
}

function isEvidence(projectId: string, sourceTerms: readonly string[]) {
  const holdsTerm = or(...sourceTerms.map((term) => sql`instr(${segments.sourceText}, ${term}) > 0`));
  return and(eq(articles.projectId, projectId), isNull(articles.trashedAt), holdsTerm);
}

export function findMemberName(memberId: string): string {
  return (
    getDb().select({ name: members.name }).from(members).where(eq(members.id, memberId)).get()?.name ?? ""
  );
}
