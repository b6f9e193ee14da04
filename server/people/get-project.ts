import { eq } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getDb, schema } from "#db/client.ts";

export type Project = { readonly id: string; readonly name: string };

/** A project that the member may read. Throws `not-found` for any other, so that its existence is not told. */
export function getProject(member: Member, projectId: string): Project {
  const { projects } = schema;
  const project = getDb()
    .select({ id: projects.id, name: projects.name })
    .from(projects)
    .where(eq(projects.id, projectId))
    .get();
  if (!project || !can(member, "read", { projectId })) throw new AppError("not-found");
  return project;
}
