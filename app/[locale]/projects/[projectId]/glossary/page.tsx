import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { Glossary } from "#components/glossary/glossary.tsx";
import { conceptFilters, conceptOrders } from "#core/glossary/concept.ts";
import { idPattern } from "#core/ids.ts";
import { queryCharacterLimit } from "#core/text/query-limit.ts";
import { listConcepts } from "#server/glossary/list-concepts.ts";
import { getMember } from "#server/people/get-member.ts";

type Props = {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** What the address asks for; what it says wrongly counts as not said. */
const askedSchema = z.object({
  query: z.string().max(queryCharacterLimit).catch(""),
  filter: z.enum(conceptFilters).catch("all"),
  order: z.enum(conceptOrders).catch("review"),
  concept: z.string().regex(idPattern).nullable().catch(null),
});

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("glossary");
  return { title: t("title") };
}

export default async function GlossaryPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const { concept, ...first } = askedSchema.parse(await searchParams);
  const me = await getMember();
  const page = await listConcepts(me, { projectId, ...first, offset: 0, around: concept });
  return <Glossary projectId={projectId} me={me} first={first} firstPage={page} conceptId={concept} />;
}
