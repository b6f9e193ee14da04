import { and, eq } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import type { TermDraft } from "#core/glossary/concept.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { findConceptRow } from "#db/queries/glossary.ts";
import { announceChange } from "#server/glossary/announce-change.ts";
import { buildTermRows } from "#server/glossary/build-term-rows.ts";

export type ConceptEdit = {
  readonly conceptId: string;
  readonly definition: string;
  readonly domain: string;
  readonly note: string;
  readonly terms: readonly TermDraft[];
  /** The state of the concept that the person saw. */
  readonly changedAt: number;
};

/**
 * Replaces the facts and terms of a concept. Reviewers edit any; who brought a proposal edits it while it is open.
 * Throws `not-found`, `forbidden`, `invalid-input` without a Chinese term, `conflict` when it changed meanwhile.
 */
export function editConcept(member: Member, edit: ConceptEdit): { readonly changedAt: number } {
  const row = findConceptRow(edit.conceptId);
  if (!row || !can(member, "read", row)) throw new AppError("not-found");
  const isOwnProposal =
    row.state === "proposed" && row.createdBy === member.id && can(member, "propose-term", row);
  if (!isOwnProposal && !can(member, "decide-term", row)) throw new AppError("forbidden");
  // Each change must have a time of its own, even within one millisecond.
  const now = Math.max(Date.now(), row.changedAt + 1);
  const terms = buildTermRows(edit.terms, { conceptId: row.id, projectId: row.projectId, now });
  if (!terms.some((term) => term.language === "zh")) throw new AppError("invalid-input", { field: "terms" });

  const db = getDb();
  const { concepts } = schema;
  const asSeen = and(eq(concepts.id, row.id), eq(concepts.changedAt, edit.changedAt));
  const { definition, domain, note } = edit;
  write([
    {
      statement: db.update(concepts).set({ definition, domain, note, changedAt: now }).where(asSeen),
      rows: 1,
    },
    db.delete(schema.terms).where(eq(schema.terms.conceptId, row.id)),
    db.insert(schema.terms).values(terms),
  ]);
  announceChange(row.projectId, row.id);
  return { changedAt: now };
}
