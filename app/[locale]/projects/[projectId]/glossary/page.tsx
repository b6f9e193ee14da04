import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Glossary } from "#components/glossary/glossary.tsx";
import { listConcepts } from "#server/glossary/list-concepts.ts";
import { getMember } from "#server/people/get-member.ts";

type Props = { readonly params: Promise<{ readonly projectId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("glossary");
  return { title: t("title") };
}

export default async function GlossaryPage({ params }: Props) {
  const { projectId } = await params;
  const me = await getMember();
  const page = listConcepts(me, { projectId, query: "", filter: "all", offset: 0 });
  return <Glossary projectId={projectId} me={me} firstPage={page} />;
}
