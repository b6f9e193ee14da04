import { AppError } from "#core/errors.ts";
import type { UseCount } from "#core/glossary/concept.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getUseCount, readUses } from "#server/glossary/read-uses.ts";

export type UseQuestion = { readonly projectId: string; readonly conceptIds: readonly string[] };

/**
 * In how many segments of the library, and of how many articles, the Chinese terms of each concept stand, by its id; an
 * id that is no concept's is used nowhere. Longest first: 超车 in 弯道超车 is no use of 超车. Throws `forbidden`.
 */
export async function countUses(
  member: Member,
  { projectId, conceptIds }: UseQuestion,
): Promise<Readonly<Record<string, UseCount>>> {
  if (!can(member, "read", { projectId })) throw new AppError("forbidden");
  const uses = await readUses(projectId);
  return Object.fromEntries(conceptIds.map((id) => [id, getUseCount(uses, id)]));
}
