/** Where the words of a glossary stand in a text: concepts by their Chinese terms, and forbidden English renderings. */
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { findPhrase } from "#core/glossary/find-phrase.ts";
import { findTerms } from "#core/glossary/find-terms.ts";
import { buildTermMatcher, type TermMatcher } from "#core/glossary/term-matcher.ts";
import type { FoundRange } from "#core/text/find-words.ts";

export type TermOccurrence = {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Every concept that has this term, approved ones first. */
  readonly entries: readonly ConceptEntry[];
};

/** A glossary made ready for many texts. */
export type Recogniser = {
  readonly matcher: TermMatcher;
  /** By index of the matcher's term. */
  readonly entries: readonly (readonly ConceptEntry[])[];
};

/** True for the concepts that translators see: approved and proposed. */
export function isCurrent(concept: Pick<ConceptEntry, "state">): boolean {
  return concept.state === "approved" || concept.state === "proposed";
}

/** True for a rendering that translators may use. */
export function isAllowed({
  language,
  status,
}: Pick<ConceptEntry["terms"][number], "language" | "status">): boolean {
  return language === "en" && (status === "preferred" || status === "admitted");
}

/** The Chinese terms by which a concept is recognised. */
export function listSourceTerms({ terms }: ConceptEntry): string[] {
  return terms
    .filter((term) => term.language === "zh" && term.status !== "superseded")
    .map(({ text }) => text);
}

/** Builds the recogniser of a glossary; rejected and superseded concepts and terms are left out. */
export function buildRecogniser(concepts: readonly ConceptEntry[]): Recogniser {
  const byText = new Map<string, ConceptEntry[]>();
  for (const concept of concepts) {
    if (!isCurrent(concept)) continue;
    for (const text of listSourceTerms(concept)) {
      const known = byText.get(text);
      if (!known) byText.set(text, [concept]);
      else if (!known.includes(concept)) known.push(concept);
    }
  }
  const entries = [...byText.values()];
  for (const each of entries) each.sort((a, b) => rank(a) - rank(b));
  return { matcher: buildTermMatcher([...byText.keys()]), entries };
}

function rank(concept: ConceptEntry): number {
  return concept.state === "approved" ? 0 : 1;
}

/** The terms of a Chinese text from left to right, longest first, never overlapping. */
export function recogniseTerms(recogniser: Recogniser, text: string): readonly TermOccurrence[] {
  return findTerms(recogniser.matcher, text).map(({ start, end, term }) => ({
    start,
    end,
    entries: recogniser.entries[term] ?? [],
  }));
}

/** Where an English text uses the renderings that the concept allows. */
export function listAllowed(targetText: string, { terms }: ConceptEntry): FoundRange[] {
  return terms.filter(isAllowed).flatMap(({ text }) => findPhrase(targetText, text));
}

/**
 * Where an English text uses a forbidden rendering of the concept: whole words, in any case. A forbidden phrase inside
 * an allowed one ("overtaking" in "overtaking on the bend") is no fault.
 */
export function findForbidden(targetText: string, entry: ConceptEntry): readonly FoundRange[] {
  const forbidden = entry.terms.filter((term) => term.language === "en" && term.status === "deprecated");
  if (forbidden.length === 0) return [];
  const allowed = listAllowed(targetText, entry);
  return forbidden
    .flatMap((term) => findPhrase(targetText, term.text))
    .filter((hit) => !allowed.some((each) => each.start <= hit.start && hit.end <= each.end))
    .sort((a, b) => a.start - b.start);
}
