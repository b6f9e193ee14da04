import { AppError } from "#core/errors.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { isCurrent } from "#core/glossary/recognise.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { readConcepts } from "#server/glossary/read-concepts.ts";

/** What translators see of a project's glossary: approved and proposed concepts. Throws `forbidden`. */
export function getGlossary(member: Member, projectId = member.projectId): ConceptEntry[] {
  if (!can(member, "read", { projectId })) throw new AppError("forbidden");
  return readConcepts(projectId)
    .map(({ concept }) => concept)
    .filter(isCurrent);
}
