import { AppError } from "#core/errors.ts";
import {
  type ConceptFilter,
  type ConceptOrder,
  type ConceptPage,
  type ConceptSummary,
  conceptPageSize,
} from "#core/glossary/concept.ts";
import type { ConceptList, ListedConcept } from "#core/glossary/concept-list.ts";
import { sortByUse } from "#core/glossary/order.ts";
import { buildSearchTest } from "#core/glossary/search.ts";
import { can, type Member } from "#core/people/permissions.ts";
import type { Steps } from "#core/steps.ts";
import { readGlossary } from "#server/glossary/read-glossary.ts";
import { getUseCount, type ProjectUses, readUses } from "#server/glossary/read-uses.ts";
import { runInTurns } from "#server/run-in-turns.ts";

export type ConceptSearch = {
  readonly projectId: string;
  readonly query: string;
  readonly filter: ConceptFilter;
  readonly order: ConceptOrder;
  /** Index of the first concept wanted. */
  readonly offset: number;
  /** A concept whose page is wanted instead, if it is in the result. */
  readonly around: string | null;
};

/**
 * One page of the concepts that a search finds; the counts are of the same search behind each filter. Takes time in
 * proportion to the number of concepts, in turns of some milliseconds.
 */
export async function listConcepts(member: Member, search: ConceptSearch): Promise<ConceptPage> {
  const { projectId, around } = search;
  if (!can(member, "read", { projectId })) throw new AppError("forbidden");
  const uses = await readUses(projectId);
  const glossary = await readGlossary(projectId);
  const { shown, counts } = await runInTurns(findConcepts(search, glossary, uses));
  const index = around === null ? -1 : shown.findIndex(({ concept }) => concept.id === around);
  const offset = index < 0 ? search.offset : index - (index % conceptPageSize);
  return {
    concepts: shown
      .slice(offset, offset + conceptPageSize)
      .map(({ concept }) => summarise(concept.id, glossary, uses))
      .filter((concept) => concept !== null),
    offset,
    total: shown.length,
    counts,
    index: index < 0 ? null : index,
  };
}

/** A concept with what the list says about it. */
export function summarise(
  conceptId: string,
  glossary: ConceptList,
  uses: ProjectUses,
): ConceptSummary | null {
  const concept = glossary.find(conceptId);
  return concept && { ...concept, uses: getUseCount(uses, conceptId) };
}

/** Concepts looked at in one step. */
const stepSize = 2048;

type Found = { readonly shown: readonly ListedConcept[]; readonly counts: ConceptPage["counts"] };

function* findConcepts(
  { query, filter, order }: ConceptSearch,
  glossary: ConceptList,
  uses: ProjectUses,
): Steps<Found> {
  const isMatch = buildSearchTest(query);
  const found: Record<ConceptFilter, ListedConcept[]> = { review: [], approved: [], conflicts: [], all: [] };
  for (const [index, listed] of glossary.ordered.entries()) {
    if (index % stepSize === 0) yield;
    if (!isMatch(listed.searchKey)) continue;
    const { id, state } = listed.concept;
    found.all.push(listed);
    if (state === "proposed") found.review.push(listed);
    if (state === "approved") found.approved.push(listed);
    if (glossary.isConflict(id)) found.conflicts.push(listed);
  }
  const { review, approved, conflicts, all } = found;
  return {
    shown:
      order === "review"
        ? found[filter]
        : yield* sortByUse(found[filter], ({ concept }) => getUseCount(uses, concept.id).segments),
    counts: {
      review: review.length,
      approved: approved.length,
      conflicts: conflicts.length,
      all: all.length,
    },
  };
}
