import { AppError } from "#core/errors.ts";
import type { ConceptDetail, ConceptVerdict } from "#core/glossary/concept.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { findConceptRow, findMemberName, findProposalPlace } from "#db/queries/glossary.ts";
import { countRenderings } from "#server/glossary/count-renderings.ts";
import { listOtherMeanings } from "#server/glossary/find-namesakes.ts";
import { summarise } from "#server/glossary/list-concepts.ts";
import { readEvidence } from "#server/glossary/list-evidence.ts";
import { readGlossary } from "#server/glossary/read-glossary.ts";
import { readUses } from "#server/glossary/read-uses.ts";
import { runInTurns } from "#server/run-in-turns.ts";

/** One concept with its last decision and the segments that use it. Throws `not-found`. */
export async function getConcept(member: Member, conceptId: string): Promise<ConceptDetail> {
  const row = findConceptRow(conceptId);
  if (!row || !can(member, "read", row)) throw new AppError("not-found");
  const uses = await readUses(row.projectId);
  const glossary = await readGlossary(row.projectId);
  const summary = summarise(conceptId, glossary, uses);
  if (!summary) throw new AppError("not-found");
  const renderings = await runInTurns(countRenderings(summary, uses));
  return {
    ...summary,
    createdAt: row.createdAt,
    isOwn: row.createdBy === member.id,
    proposedFrom: findProposalPlace(conceptId),
    decision: findVerdict(member, row),
    namesakes: listOtherMeanings(row.projectId, summary),
    renderingCounts: renderings.byTerm,
    otherWordingCount: renderings.other,
    evidence: readEvidence(uses, conceptId, 0),
  };
}

type Row = NonNullable<ReturnType<typeof findConceptRow>>;

function findVerdict(member: Member, { decidedBy, decidedAt, decisionReason }: Row): ConceptVerdict | null {
  if (decidedBy === null || decidedAt === null) return null;
  const isOwn = decidedBy === member.id;
  return { by: findMemberName(decidedBy), isOwn, at: decidedAt, reason: decisionReason ?? "" };
}
