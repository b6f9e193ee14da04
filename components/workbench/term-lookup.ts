/** The glossary's terms in the sources of an article: each text is looked through once, when it is first shown. */
import type { ConceptEntry } from "#core/glossary/concept.ts";
import {
  buildRecogniser,
  type Recogniser,
  recogniseTerms,
  type TermOccurrence,
} from "#core/glossary/recognise.ts";

export type TermLookup = {
  readonly find: (text: string) => readonly TermOccurrence[];
  /** Each concept once, in the order in which the text names them; of one name, approved ones first. */
  readonly listConcepts: (text: string) => readonly ConceptEntry[];
};

/** Builds the look-up of a glossary; it is made ready by the first text. */
export function buildTermLookup(concepts: readonly ConceptEntry[]): TermLookup {
  let recogniser: Recogniser | null = null;
  const known = new Map<string, readonly TermOccurrence[]>();
  const find = (text: string): readonly TermOccurrence[] => {
    const before = known.get(text);
    if (before) return before;
    recogniser ??= buildRecogniser(concepts);
    const found = recogniseTerms(recogniser, text);
    known.set(text, found);
    return found;
  };
  return { find, listConcepts: (text) => [...new Set(find(text).flatMap(({ entries }) => entries))] };
}
