import { AppError } from "#core/errors.ts";
import type { UseCount } from "#core/glossary/concept.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { countEvidence } from "#db/queries/glossary.ts";
import { readConcepts } from "#server/glossary/read-concepts.ts";

export type UseQuestion = { readonly projectId: string; readonly conceptIds: readonly string[] };

/**
 * In how many segments of the library, and of how many articles, the Chinese terms of each concept stand, by its id; an
 * id that is no concept's is left out. Throws `forbidden`.
 */
export function countUses(
  member: Member,
  { projectId, conceptIds }: UseQuestion,
): Readonly<Record<string, UseCount>> {
  if (!can(member, "read", { projectId })) throw new AppError("forbidden");
  const asked = readConcepts(projectId).filter(({ concept }) => conceptIds.includes(concept.id));
  return Object.fromEntries(
    asked.map(({ concept }) => {
      const terms = concept.terms.filter((term) => term.language === "zh").map((term) => term.text);
      return [concept.id, countEvidence(projectId, terms)];
    }),
  );
}
