import { and, eq } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import type { TermDraft } from "#core/glossary/concept.ts";
import { isCurrent, listSourceTerms } from "#core/glossary/recognise.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { findConcept, listConceptIdsWithTerm } from "#db/queries/glossary.ts";
import { createId } from "#server/create-id.ts";
import { announceChange } from "#server/glossary/announce-change.ts";
import { buildTermRows } from "#server/glossary/build-term-rows.ts";

export type ProposedConcept = {
  readonly projectId: string;
  readonly sourceTerm: string;
  readonly rendering: string;
  readonly definition: string;
  /** The segment it was found in, null when it was added by hand. */
  readonly evidenceSegmentId: string | null;
};

/**
 * Adds a concept as an open proposal and returns its id. Throws `forbidden`; `not-found` for a segment of another
 * project; `conflict` when a current concept has this very term and rendering.
 */
export function proposeConcept(member: Member, input: ProposedConcept): { readonly conceptId: string } {
  const { projectId, evidenceSegmentId } = input;
  if (!can(member, "propose-term", { projectId })) throw new AppError("forbidden");
  if (evidenceSegmentId !== null) checkEvidence(projectId, evidenceSegmentId);
  const now = Date.now();
  const conceptId = createId();
  const drafts: readonly TermDraft[] = [
    { language: "zh", text: input.sourceTerm, status: "preferred" },
    { language: "en", text: input.rendering, status: "preferred" },
  ];
  const rows = buildTermRows(drafts, { conceptId, projectId, now });
  const [source, rendering] = rows;
  if (source?.language !== "zh") throw new AppError("invalid-input", { field: "sourceTerm" });
  if (rendering && isKnown(projectId, source.text, rendering.text)) throw new AppError("conflict");

  const db = getDb();
  const definition = input.definition.trim();
  const made = { projectId, createdBy: member.id, createdAt: now };
  write([
    db
      .insert(schema.concepts)
      .values({ ...made, id: conceptId, state: "proposed", definition, changedAt: now }),
    db.insert(schema.terms).values(rows),
    db.insert(schema.proposals).values({
      ...made,
      id: createId(),
      conceptId,
      kind: "new-concept",
      state: "open",
      change: { definition, terms: drafts },
      evidenceSegmentId,
    }),
  ]);
  announceChange(projectId, conceptId);
  return { conceptId };
}

function checkEvidence(projectId: string, segmentId: string): void {
  const { segments } = schema;
  const isHere = and(eq(segments.id, segmentId), eq(segments.projectId, projectId));
  if (!getDb().select({ id: segments.id }).from(segments).where(isHere).get())
    throw new AppError("not-found");
}

function isKnown(projectId: string, source: string, rendering: string): boolean {
  return listConceptIdsWithTerm(projectId, source).some((id) => {
    const concept = findConcept(id);
    return (
      concept !== null &&
      isCurrent(concept) &&
      listSourceTerms(concept).includes(source) &&
      concept.terms.some(
        (term) => term.language === "en" && term.text.toLowerCase() === rendering.toLowerCase(),
      )
    );
  });
}
