/** Look-ups of the glossary while somebody reads or types: by routes, since actions would wait for one another. */
import { type Answer, askServer } from "#client/ask-server.ts";
import type {
  ConceptDetail,
  ConceptEvidence,
  ConceptFilter,
  ConceptOrder,
  ConceptPage,
  Namesake,
  UseCount,
} from "#core/glossary/concept.ts";

/** What is asked of the list; it stands in the address of the page, too. */
export type ConceptQuery = {
  readonly query: string;
  readonly filter: ConceptFilter;
  readonly order: ConceptOrder;
};

/** From where a page is wanted: an index, or the page that holds a concept if it is in the result, else the index. */
export type PagePlace = { readonly offset: number; readonly around: string | null };

export function fetchConceptPage(
  projectId: string,
  query: ConceptQuery,
  { offset, around }: PagePlace,
  signal: AbortSignal,
): Promise<Answer<ConceptPage>> {
  const asked = new URLSearchParams({ projectId, ...query, offset: String(offset) });
  if (around !== null) asked.set("around", around);
  return askServer(`/api/concepts?${asked}`, { signal });
}

export function fetchConcept(conceptId: string, signal?: AbortSignal): Promise<Answer<ConceptDetail>> {
  return askServer(`/api/concepts/${conceptId}`, { signal });
}

export function fetchEvidence(
  conceptId: string,
  offset: number,
): Promise<Answer<readonly ConceptEvidence[]>> {
  return askServer(`/api/concepts/${conceptId}/evidence?offset=${offset}`);
}

/** The concepts that have this very Chinese term, without the one that is being edited. */
export function fetchNamesakes(
  question: { readonly projectId: string; readonly text: string; readonly exceptId: string | null },
  signal: AbortSignal,
): Promise<Answer<readonly Namesake[]>> {
  const asked = new URLSearchParams({ projectId: question.projectId, text: question.text });
  if (question.exceptId !== null) asked.set("exceptId", question.exceptId);
  return askServer(`/api/namesakes?${asked}`, { signal });
}

/** In how many segments these concepts are used, by id; the ids are joined by commas. */
export function fetchUses(
  projectId: string,
  conceptIds: string,
  signal: AbortSignal,
): Promise<Answer<Readonly<Record<string, UseCount>>>> {
  return askServer(`/api/concepts/uses?${new URLSearchParams({ projectId, conceptIds })}`, { signal });
}
