/** Where a translation uses the English terms of a concept. */
import type { ConceptEntry, TermStatus } from "#core/glossary/concept.ts";
import { findPhrase } from "#core/glossary/find-phrase.ts";
import type { FoundRange } from "#core/text/find-words.ts";

export type RenderingMatch = FoundRange & { readonly termId: string; readonly status: TermStatus };

/** Matches from left to right that never overlap: the leftmost wins, then the longest. Superseded terms are not looked for. */
export function findRenderings(targetText: string, { terms }: ConceptEntry): RenderingMatch[] {
  const hits = terms
    .filter(({ language, status }) => language === "en" && status !== "superseded")
    .flatMap(({ id, text, status }) =>
      findPhrase(targetText, text).map((range) => ({ ...range, termId: id, status })),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const found: RenderingMatch[] = [];
  for (const hit of hits) if (hit.start >= (found.at(-1)?.end ?? 0)) found.push(hit);
  return found;
}
