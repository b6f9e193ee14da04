import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { TopBar } from "#components/shell/top-bar.tsx";
import { isAppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { getMember } from "#server/people/get-member.ts";
import { getProject, type Project } from "#server/people/get-project.ts";

type Props = {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly children: ReactNode;
};

/** Only for those who may read the project: mark, name and screens above each of its pages. */
export default async function ProjectLayout({ params, children }: Props) {
  const { projectId } = await params;
  const project = readProject(await getMember(), projectId);
  return (
    <>
      <TopBar projectId={project.id} projectName={project.name} />
      {children}
    </>
  );
}

function readProject(member: Member, projectId: string): Project {
  try {
    return getProject(member, projectId);
  } catch (error) {
    if (isAppError(error) && error.code === "not-found") notFound();
    throw error;
  }
}
