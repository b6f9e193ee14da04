import { redirect } from "next/navigation";
import { getMember } from "#server/people/get-member.ts";

/** The root opens the member's project. */
export default async function RootPage() {
  const member = await getMember();
  redirect(`/projects/${member.projectId}/library`);
}
