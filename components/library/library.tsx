"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useProjectNews } from "#client/library/use-project-news.ts";
import { buildLibraryAddress } from "#components/library/library-address.ts";
import { type LibraryView, LibraryViewProvider } from "#components/library/library-context.tsx";
import { LibraryRow } from "#components/library/library-row.tsx";
import { LibraryTools } from "#components/library/library-tools.tsx";
import { MoreArticles } from "#components/library/more-articles.tsx";
import { Trash } from "#components/library/trash.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { focusHome } from "#components/ui/focus.ts";
import { Notice } from "#components/ui/notice.tsx";
import { useFocusHome } from "#components/ui/use-focus-home.ts";
import type { LibraryPage } from "#core/articles/library.ts";
import type { Member } from "#core/people/permissions.ts";

export type LibraryProps = {
  readonly view: LibraryView;
  readonly page: LibraryPage;
  readonly me: Member;
  readonly importButton: ReactNode;
  readonly dropHint: ReactNode;
};

/** The articles of a project as a list, or its trash. */
export function Library(props: LibraryProps) {
  const { view, page, me } = props;
  const router = useRouter();
  const { people, isOffline } = useProjectNews({
    projectId: view.projectId,
    memberId: me.id,
    facts: ["library", "article", "confirmations", "text"],
    onChange: () => router.refresh(),
  });
  useFocusHome();
  return (
    <LibraryViewProvider view={view}>
      <main className="isolate mx-auto w-full max-w-[1024px] px-5 pt-11 pb-16 max-sm:pt-5">
        {view.trash ? (
          <Trash page={page} me={me} isOffline={isOffline} />
        ) : (
          <Articles {...props} people={people} isOffline={isOffline} />
        )}
      </main>
    </LibraryViewProvider>
  );
}

function isAsked({ query, filter }: LibraryView): boolean {
  return query !== "" || filter !== "all";
}

type ArticlesProps = LibraryProps & ReturnType<typeof useProjectNews>;

function Articles({ view, page, me, importButton, dropHint, people, isOffline }: ArticlesProps) {
  const t = useTranslations("library");
  const { articles, total } = page;
  const hasQuestion = isAsked(view);
  return (
    <>
      <LibraryTools importButton={importButton} isEmpty={total === 0 && !hasQuestion} isOffline={isOffline} />
      <h1 className="sr-only">{t("title")}</h1>
      {isOffline && <Notice>{t("offline")}</Notice>}
      <output className="sr-only">{hasQuestion && t("found", { count: total })}</output>
      <ul {...focusHome} tabIndex={-1} aria-label={t("articles")} className="outline-none">
        {articles.map((article) => (
          <LibraryRow
            key={article.id}
            article={article}
            me={me}
            people={people.filter((each) => each.articleId === article.id)}
          />
        ))}
      </ul>
      {total > articles.length && !isOffline && <MoreArticles left={total - articles.length} />}
      {total === 0 && !hasQuestion && (
        <p className="text-balance pt-12 text-center text-[15px]">{t("empty")}</p>
      )}
      <div className="mt-9">{total === 0 && hasQuestion ? <NothingFound view={view} /> : dropHint}</div>
    </>
  );
}

function NothingFound({ view }: Pick<LibraryProps, "view">) {
  const t = useTranslations("library");
  const { query, filter } = view;
  return (
    <EmptyState sentence={query !== "" || filter === "all" ? t("nothingFound") : t(`emptyFilter.${filter}`)}>
      <Link
        className="inline-block min-h-6 text-seal underline underline-offset-3"
        href={buildLibraryAddress({ ...view, query: "", filter: "all" })}
      >
        {t("showAll")}
      </Link>
    </EmptyState>
  );
}
