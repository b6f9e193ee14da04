import { AppError } from "#core/errors.ts";
import type { ConceptEntry, Namesake } from "#core/glossary/concept.ts";
import { isAllowed, listSourceTerms } from "#core/glossary/recognise.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { findConcept, listConceptIdsWithTerm } from "#db/queries/glossary.ts";

export type NamesakeQuestion = {
  readonly projectId: string;
  /** A Chinese term as it was typed. */
  readonly text: string;
  /** The concept that is being edited, null for a new one. */
  readonly exceptId: string | null;
};

/** The concepts, in any state, that have this very Chinese term. Throws `forbidden`. */
export function findNamesakes(member: Member, { projectId, text, exceptId }: NamesakeQuestion): Namesake[] {
  if (!can(member, "read", { projectId })) throw new AppError("forbidden");
  return listNamesakes(projectId, text).filter(({ id }) => id !== exceptId);
}

/** The other concepts that share a Chinese term with this one. */
export function listOtherMeanings(projectId: string, concept: ConceptEntry): Namesake[] {
  const found = listSourceTerms(concept).flatMap((text) => listNamesakes(projectId, text));
  return found.filter(({ id }) => id !== concept.id);
}

function listNamesakes(projectId: string, typed: string): Namesake[] {
  const text = typed.normalize("NFC").trim();
  return listConceptIdsWithTerm(projectId, text)
    .map(findConcept)
    .filter((concept) => concept !== null)
    .filter((concept) => listSourceTerms(concept).includes(text))
    .map(({ id, state, terms }) => {
      const rendering = terms.find(isAllowed);
      return { id, state, text, rendering: rendering?.text ?? "" };
    });
}
