import type { ConceptEntry } from "#core/glossary/concept.ts";
import { findRenderings } from "#core/glossary/find-renderings.ts";
import type { Steps } from "#core/steps.ts";
import { listTargetTexts } from "#db/queries/term-uses.ts";
import type { ProjectUses } from "#server/glossary/read-uses.ts";

/** Targets read in one step. */
const stepSize = 50;

export type RenderingCounts = {
  /** Segments whose translation has the English term, by its id. */
  readonly byTerm: Readonly<Record<string, number>>;
  /** Translated segments in which no allowed term was found. */
  readonly other: number;
};

/** How the segments that use a concept are translated, as last stored: in proportion to the length of those translations. */
export function* countRenderings(concept: ConceptEntry, { articles }: ProjectUses): Steps<RenderingCounts> {
  const byTerm = Object.fromEntries(concept.terms.map(({ id }) => [id, 0]));
  let other = 0;
  for (const [articleId, uses] of articles) {
    const numbers = uses.get(concept.id) ?? [];
    for (let start = 0; start < numbers.length; start += stepSize) {
      for (const text of listTargetTexts(articleId, numbers.slice(start, start + stepSize))) {
        const matches = findRenderings(text, concept);
        for (const id of new Set(matches.map(({ termId }) => termId))) byTerm[id] = (byTerm[id] ?? 0) + 1;
        if (text.trim() !== "" && matches.every(({ status }) => status === "deprecated")) other += 1;
      }
      yield;
    }
  }
  return { byTerm, other };
}
