import { AppError } from "#core/errors.ts";
import type { ConceptDetail } from "#core/glossary/concept.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { findConceptRow, findMemberName, listEvidence } from "#db/queries/glossary.ts";
import { readConcepts } from "#server/glossary/read-concepts.ts";

const evidenceLimit = 50;

/** One concept with its last decision and the segments that use it. Throws `not-found`. */
export function getConcept(member: Member, conceptId: string): ConceptDetail {
  const row = findConceptRow(conceptId);
  if (!row || !can(member, "read", row)) throw new AppError("not-found");
  const summary = readConcepts(row.projectId).find(({ concept }) => concept.id === conceptId)?.concept;
  if (!summary) throw new AppError("not-found");
  const sourceTerms = summary.terms.filter((term) => term.language === "zh").map((term) => term.text);
  const evidence = listEvidence(row.projectId, sourceTerms, evidenceLimit + 1);
  return {
    ...summary,
    createdAt: row.createdAt,
    decision:
      row.decidedBy && row.decidedAt
        ? { by: findMemberName(row.decidedBy), at: row.decidedAt, reason: row.decisionReason ?? "" }
        : null,
    evidence: evidence.slice(0, evidenceLimit),
    hasMoreEvidence: evidence.length > evidenceLimit,
  };
}
