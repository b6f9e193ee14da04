/** Reads of the glossary's tables. */
import { and, eq, isNull } from "drizzle-orm";
import type { SegmentPlace, StoredConcept, TermLanguage, TermStatus } from "#core/glossary/concept.ts";
import { getDb, getHandle, schema } from "#db/client.ts";

const { articles, concepts, members, proposals, segments, terms } = schema;

type ConceptColumns = [
  id: string,
  state: StoredConcept["state"],
  definition: string,
  domain: string,
  note: string,
  changedAt: number,
  proposedBy: string,
];
type TermColumns = [
  conceptId: string,
  id: string,
  language: TermLanguage,
  text: string,
  status: TermStatus,
  pinyin: string | null,
];

const selectConcepts = `SELECT c.id, c.state, c.definition, c.domain, c.note, c.changed_at, m.name
  FROM concepts c JOIN members m ON m.id = c.created_by`;
// The plus keeps SQLite from gathering the whole project for each page: it walks the ids instead.
const conceptsAfter = `${selectConcepts} WHERE +c.project_id = ? AND c.id > ? ORDER BY c.id LIMIT ?`;
const conceptWithId = `${selectConcepts} WHERE c.id = ?`;
const termsBetween = `SELECT concept_id, id, language, text, status, pinyin FROM terms
  WHERE concept_id BETWEEN ? AND ? ORDER BY concept_id, created_at, id`;

/**
 * Concepts of a project in every state in the order of their ids, after the one named (all are after ""), with their
 * terms in the order given. Prepared SQL: a glossary of 100,000 is read when its page is first asked for.
 */
export function listConceptsAfter(projectId: string, after: string, limit: number): StoredConcept[] {
  const { raw } = getHandle();
  return addTerms(
    raw.prepare<[string, string, number], ConceptColumns>(conceptsAfter).raw().all(projectId, after, limit),
  );
}

/** One concept with its terms, null when there is none. */
export function findConcept(conceptId: string): StoredConcept | null {
  const rows = getHandle().raw.prepare<[string], ConceptColumns>(conceptWithId).raw().all(conceptId);
  return addTerms(rows)[0] ?? null;
}

function addTerms(rows: readonly ConceptColumns[]): StoredConcept[] {
  const found = new Map(
    rows.map(([id, state, definition, domain, note, changedAt, proposedBy]) => {
      const terms: StoredConcept["terms"][number][] = [];
      return [id, { id, state, definition, domain, note, changedAt, proposedBy, terms }];
    }),
  );
  const termRows = getHandle()
    .raw.prepare<[string, string], TermColumns>(termsBetween)
    .raw()
    .all(rows[0]?.[0] ?? "", rows.at(-1)?.[0] ?? "");
  for (const [conceptId, id, language, text, status, pinyin] of termRows) {
    found.get(conceptId)?.terms.push({ id, language, text, status, pinyin });
  }
  return [...found.values()];
}

/** The row of one concept, undefined when there is none. */
export function findConceptRow(conceptId: string) {
  return getDb().select().from(concepts).where(eq(concepts.id, conceptId)).get();
}

export function findMemberName(memberId: string): string {
  return (
    getDb().select({ name: members.name }).from(members).where(eq(members.id, memberId)).get()?.name ?? ""
  );
}

/** The segment that a concept was proposed from, null when there was none or its article is not in the library. */
export function findProposalPlace(conceptId: string): SegmentPlace | null {
  const place = {
    segmentId: segments.id,
    articleId: articles.id,
    articleTitle: articles.title,
    number: segments.number,
  };
  const isOfConcept = and(eq(proposals.conceptId, conceptId), eq(proposals.kind, "new-concept"));
  return (
    getDb()
      .select(place)
      .from(proposals)
      .innerJoin(segments, eq(segments.id, proposals.evidenceSegmentId))
      .innerJoin(articles, eq(articles.id, segments.articleId))
      .where(and(isOfConcept, isNull(articles.trashedAt)))
      .get() ?? null
  );
}

/** Ids of the concepts, in any state, that have this very term. */
export function listConceptIdsWithTerm(projectId: string, text: string): string[] {
  const isTerm = and(eq(terms.projectId, projectId), eq(terms.text, text));
  return getDb()
    .selectDistinct({ id: terms.conceptId })
    .from(terms)
    .where(isTerm)
    .all()
    .map(({ id }) => id);
}
