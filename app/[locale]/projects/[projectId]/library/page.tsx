import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DropHint } from "#components/importing/drop-hint.tsx";
import { ImportButton } from "#components/importing/import-button.tsx";
import { ImportZone } from "#components/importing/import-zone.tsx";
import { Library } from "#components/library/library.tsx";
import { parseLibraryFilter, parseLibraryLimit } from "#core/articles/library.ts";
import { can } from "#core/people/permissions.ts";
import { queryCharacterLimit } from "#core/text/query-limit.ts";
import { getLibrary } from "#server/articles/get-library.ts";
import { getMember } from "#server/people/get-member.ts";

type Props = {
  readonly params: Promise<{ readonly projectId: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("library");
  return { title: t("title") };
}

export default async function LibraryPage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const asked = await searchParams;
  const member = await getMember();
  const query = typeof asked.query === "string" ? asked.query.slice(0, queryCharacterLimit) : "";
  const filter = parseLibraryFilter(asked.filter);
  const trash = asked.trash === "1";
  const limit = parseLibraryLimit(asked.limit);
  const page = await getLibrary(member, projectId, { query, filter, trash, limit });
  const view = { projectId, query, filter, trash, limit, now: Date.now() };
  const library = { view, page, me: member };
  if (!can(member, "import", { projectId }))
    return <Library {...library} importButton={null} dropHint={null} />;
  return (
    <ImportZone projectId={projectId}>
      <Library {...library} importButton={<ImportButton />} dropHint={<DropHint />} />
    </ImportZone>
  );
}
