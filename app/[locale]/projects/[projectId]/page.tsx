import { redirect } from "next/navigation";

type Props = { readonly params: Promise<{ readonly projectId: string }> };

/** A project opens with its library. */
export default async function ProjectPage({ params }: Props) {
  const { projectId } = await params;
  redirect(`/projects/${projectId}/library`);
}
