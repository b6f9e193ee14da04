import { AppError } from "#core/errors.ts";
import { type ConceptEvidence, evidencePageSize } from "#core/glossary/concept.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { findConceptRow } from "#db/queries/glossary.ts";
import { listEvidence as listSegments } from "#db/queries/term-uses.ts";
import { type ProjectUses, readUses } from "#server/glossary/read-uses.ts";

/** A page of the segments that use a concept, in reading order, from the one with this index. Throws `not-found`. */
export async function listEvidence(
  member: Member,
  { conceptId, offset }: { readonly conceptId: string; readonly offset: number },
): Promise<ConceptEvidence[]> {
  const row = findConceptRow(conceptId);
  if (!row || !can(member, "read", row)) throw new AppError("not-found");
  return readEvidence(await readUses(row.projectId), conceptId, offset);
}

/** The same, of uses that are known. */
export function readEvidence(
  { articles, find }: ProjectUses,
  conceptId: string,
  offset: number,
): ConceptEvidence[] {
  const found: Omit<ConceptEvidence, "ranges">[] = [];
  let skipped = 0;
  for (const [articleId, uses] of articles) {
    const numbers = uses.get(conceptId) ?? [];
    const start = Math.max(0, offset - skipped);
    skipped += Math.min(numbers.length, offset - skipped);
    const wanted = numbers.slice(start, start + evidencePageSize - found.length);
    if (wanted.length > 0) found.push(...listSegments(articleId, wanted));
    if (found.length === evidencePageSize) break;
  }
  return found.map((each) => ({
    ...each,
    ranges: find(each.sourceText)
      .filter(({ conceptIds }) => conceptIds.has(conceptId))
      .map(({ start, end }) => ({ start, end })),
  }));
}
