import { and, eq } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import type { ConceptDecision, ConceptState, ProposalState } from "#core/glossary/concept.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { findConceptRow } from "#db/queries/glossary.ts";
import { announceChange } from "#server/glossary/announce-change.ts";

export type Decision = {
  readonly conceptId: string;
  readonly decision: ConceptDecision;
  /** Why; may be empty. */
  readonly reason: string;
  /** The state of the concept that the person saw. */
  readonly changedAt: number;
};

const outcomes: Record<
  ConceptDecision,
  { readonly concept: ConceptState; readonly proposal: ProposalState }
> = {
  approve: { concept: "approved", proposal: "accepted" },
  reject: { concept: "rejected", proposal: "rejected" },
  reopen: { concept: "proposed", proposal: "open" },
};

/** Approves, rejects or reopens a concept. Throws `not-found`, `forbidden`, and `conflict` when it changed meanwhile. */
export function decideProposal(member: Member, input: Decision): { readonly changedAt: number } {
  const row = findConceptRow(input.conceptId);
  if (!row || !can(member, "read", row)) throw new AppError("not-found");
  if (!can(member, "decide-term", row)) throw new AppError("forbidden");
  const now = Math.max(Date.now(), row.changedAt + 1);
  const outcome = outcomes[input.decision];
  const isOpen = input.decision === "reopen";
  const decided = isOpen ? { decidedBy: null, decidedAt: null } : { decidedBy: member.id, decidedAt: now };

  const db = getDb();
  const { concepts, proposals } = schema;
  const asSeen = and(eq(concepts.id, row.id), eq(concepts.changedAt, input.changedAt));
  const change = {
    state: outcome.concept,
    decisionReason: isOpen ? null : input.reason.trim(),
    changedAt: now,
  };
  const firstProposal = and(eq(proposals.conceptId, row.id), eq(proposals.kind, "new-concept"));
  write([
    {
      statement: db
        .update(concepts)
        .set({ ...change, ...decided })
        .where(asSeen),
      rows: 1,
    },
    db
      .update(proposals)
      .set({ state: outcome.proposal, ...decided })
      .where(firstProposal),
  ]);
  announceChange(row.projectId, row.id);
  return { changedAt: now };
}
