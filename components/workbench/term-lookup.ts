/** Which glossary concepts stand in a source: recognised over the whole glossary, longest first. */
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { buildTermMatcher } from "#core/glossary/term-matcher.ts";

export type TermHit = { readonly start: number; readonly end: number; readonly concept: ConceptEntry };

export type TermLookup = {
  readonly find: (text: string) => readonly TermHit[];
  /** Each concept once, in the order in which the text names them. */
  readonly listConcepts: (text: string) => readonly ConceptEntry[];
};

/** Builds the look-up of a glossary. Rejected and superseded concepts are not recognised. */
export function buildTermLookup(concepts: readonly ConceptEntry[]): TermLookup {
  const entries = concepts
    .filter((concept) => concept.state === "approved" || concept.state === "proposed")
    .flatMap((concept) =>
      concept.terms.filter((term) => term.language === "zh").map((term) => ({ text: term.text, concept })),
    );
  const matcher = buildTermMatcher(entries.map((entry) => entry.text));
  const found = new Map<string, readonly TermHit[]>();
  const find = (text: string): readonly TermHit[] => {
    const known = found.get(text);
    if (known) return known;
    const hits = matcher.findAll(text).flatMap(({ start, end, term }) => {
      const concept = entries[term]?.concept;
      return concept ? [{ start, end, concept }] : [];
    });
    found.set(text, hits);
    return hits;
  };
  return { find, listConcepts: (text) => [...new Set(find(text).map((hit) => hit.concept))] };
}

/** The translation that a concept is inserted as: the preferred English term, else the first that is allowed. */
export function findInsertion(concept: ConceptEntry): string | null {
  const english = concept.terms.filter((term) => term.language === "en");
  const preferred = english.find((term) => term.status === "preferred");
  return (preferred ?? english.find((term) => term.status === "admitted"))?.text ?? null;
}
