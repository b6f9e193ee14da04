"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useProjectRoom } from "#client/library/use-project-room.ts";
import { buildLibraryAddress } from "#components/library/library-address.ts";
import { type LibraryView, LibraryViewProvider } from "#components/library/library-context.tsx";
import { LibraryRow } from "#components/library/library-row.tsx";
import { LibraryTools } from "#components/library/library-tools.tsx";
import { MoreArticles } from "#components/library/more-articles.tsx";
import { Trash } from "#components/library/trash.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { LibraryPage } from "#core/articles/library.ts";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { openCollabAction } from "#server/articles/actions.ts";

export type LibraryProps = {
  readonly view: LibraryView;
  readonly page: LibraryPage;
  readonly me: Member;
  readonly importButton: ReactNode;
  readonly dropHint: ReactNode;
};

/** The articles of a project as a list, or its trash. */
export function Library({ view, page, me, importButton, dropHint }: LibraryProps) {
  return (
    <LibraryViewProvider view={view}>
      <main className="isolate mx-auto w-full max-w-[1024px] px-5 pt-11 pb-16 max-sm:pt-5">
        {view.trash ? (
          <Trash page={page} me={me} />
        ) : (
          <>
            <LibraryTools importButton={importButton} isEmpty={page.total === 0 && !isAsked(view)} />
            <ArticleList view={view} page={page} me={me} dropHint={dropHint} />
          </>
        )}
      </main>
    </LibraryViewProvider>
  );
}

function isAsked({ query, filter }: LibraryView): boolean {
  return query !== "" || filter !== "all";
}

type ArticleListProps = Pick<LibraryProps, "view" | "page" | "me" | "dropHint">;

function ArticleList({ view, page, me, dropHint }: ArticleListProps) {
  const t = useTranslations("library");
  const { people, isOffline } = useLivePeople(view.projectId, me);
  const { articles, total } = page;
  const hasQuestion = isAsked(view);
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      {isOffline && <Notice>{t("offline")}</Notice>}
      <output className="sr-only">{hasQuestion && t("found", { count: total })}</output>
      <ul aria-label={t("articles")}>
        {articles.map((article) => (
          <LibraryRow
            key={article.id}
            article={article}
            me={me}
            people={people.filter((each) => each.articleId === article.id)}
          />
        ))}
      </ul>
      {total > articles.length && <MoreArticles left={total - articles.length} />}
      {total === 0 && !hasQuestion && (
        <p className="text-balance pt-12 text-center text-[15px]">{t("empty")}</p>
      )}
      <div className="mt-9">{total === 0 && hasQuestion ? <NothingFound view={view} /> : dropHint}</div>
    </>
  );
}

function NothingFound({ view }: Pick<LibraryProps, "view">) {
  const t = useTranslations("library");
  return (
    <EmptyState sentence={t("nothingFound")}>
      <Link
        className="inline-block min-h-6 text-seal underline underline-offset-3"
        href={buildLibraryAddress({ ...view, query: "", filter: "all" })}
      >
        {t("showAll")}
      </Link>
    </EmptyState>
  );
}

/** Milliseconds in which several changes become one look at the server. */
const gatherFor = 300;

/** Who is in the project now; the list is read again when the server says that something changed. */
function useLivePeople(projectId: string, me: Member) {
  const router = useRouter();
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const gather = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null;
      router.refresh();
    }, gatherFor);
  };
  return useProjectRoom({
    projectId,
    memberId: me.id,
    openRoom: async () => {
      const result = await openCollabAction({ articleId: null });
      if (!result.ok)
        throw new AppError(result.error.code === "unexpected" ? "timed-out" : result.error.code);
      return result.value;
    },
    onMessage: (message) => {
      if (message.type === "changed") gather();
    },
    onReturn: gather,
  });
}
