import { AppError } from "#core/errors.ts";
import { type ConceptFilter, type ConceptPage, conceptPageSize } from "#core/glossary/concept.ts";
import { buildSearchTest, isBehindFilter } from "#core/glossary/search.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { readConcepts } from "#server/glossary/read-concepts.ts";

export type ConceptSearch = {
  readonly projectId: string;
  readonly query: string;
  readonly filter: ConceptFilter;
  /** Index of the first concept wanted. */
  readonly offset: number;
};

/** One page of the concepts that a search finds; the counts are of the same search behind each filter. */
export function listConcepts(
  member: Member,
  { projectId, query, filter, offset }: ConceptSearch,
): ConceptPage {
  if (!can(member, "read", { projectId })) throw new AppError("forbidden");
  const isFound = buildSearchTest(query);
  const found = readConcepts(projectId)
    .filter(({ searchKey }) => isFound(searchKey))
    .map(({ concept }) => concept);
  const shown = found.filter(({ state }) => isBehindFilter(state, filter));
  const countBehind = (each: ConceptFilter) =>
    found.reduce((sum, { state }) => sum + (isBehindFilter(state, each) ? 1 : 0), 0);
  return {
    concepts: shown.slice(offset, offset + conceptPageSize),
    offset,
    total: shown.length,
    counts: { review: countBehind("review"), approved: countBehind("approved"), all: found.length },
  };
}
