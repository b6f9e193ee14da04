import { AppError } from "#core/errors.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { isCurrent } from "#core/glossary/recognise.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { readGlossary } from "#server/glossary/read-glossary.ts";

/** What translators see of a project's glossary: approved and proposed concepts. Throws `forbidden`. */
export async function getGlossary(member: Member, projectId = member.projectId): Promise<ConceptEntry[]> {
  if (!can(member, "read", { projectId })) throw new AppError("forbidden");
  const { ordered } = await readGlossary(projectId);
  return ordered.map(({ concept }) => concept).filter(isCurrent);
}
