/** Forbidden renderings in a translation, of the concepts that its source names. */
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { findForbidden, listAllowed } from "#core/glossary/recognise.ts";
import type { FoundRange } from "#core/text/find-words.ts";

export type Misuse = FoundRange & { readonly concept: ConceptEntry };

/**
 * From left to right, never overlapping. What one concept forbids is no fault where an approved one of the same segment
 * allows it: the words may stand for that one.
 */
export function findMisuses(targetText: string, concepts: readonly ConceptEntry[]): readonly Misuse[] {
  const found = concepts.flatMap((concept) =>
    findForbidden(targetText, concept).map(({ start, end }) => ({ start, end, concept })),
  );
  if (found.length === 0) return found;
  const allowed = concepts
    .filter(({ state }) => state === "approved")
    .flatMap((concept) => listAllowed(targetText, concept));
  const misuses: Misuse[] = [];
  for (const each of found.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const isAllowed = allowed.some(({ start, end }) => start <= each.start && each.end <= end);
    if (!isAllowed && each.start >= (misuses.at(-1)?.end ?? 0)) misuses.push(each);
  }
  return misuses;
}
