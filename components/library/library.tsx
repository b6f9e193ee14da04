"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useProjectRoom } from "#client/library/use-project-room.ts";
import { type LibraryView, LibraryViewProvider } from "#components/library/library-context.tsx";
import { LibraryRow } from "#components/library/library-row.tsx";
import { LibraryTools } from "#components/library/library-tools.tsx";
import { Trash } from "#components/library/trash.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { LibraryArticle } from "#core/articles/library.ts";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { Link, useRouter } from "#i18n/navigation.ts";
import { openCollabAction } from "#server/articles/actions.ts";

export type LibraryProps = {
  readonly view: LibraryView;
  readonly articles: readonly LibraryArticle[];
  readonly me: Member;
  readonly importButton: ReactNode;
  readonly dropHint: ReactNode;
};

/** The articles of a project as a list, or its trash. */
export function Library({ view, articles, me, importButton, dropHint }: LibraryProps) {
  return (
    <LibraryViewProvider view={view}>
      <main className="isolate mx-auto w-full max-w-[1024px] px-5 pt-11 pb-16 max-sm:pt-5">
        {view.trash ? (
          <Trash articles={articles} me={me} />
        ) : (
          <>
            <LibraryTools importButton={importButton} />
            <ArticleList view={view} articles={articles} me={me} />
            <div className="mt-9">{dropHint}</div>
          </>
        )}
      </main>
    </LibraryViewProvider>
  );
}

function ArticleList({ view, articles, me }: Pick<LibraryProps, "view" | "articles" | "me">) {
  const t = useTranslations("library");
  const { people } = useLivePeople(view.projectId, me);
  const isAsked = view.query !== "" || view.filter !== "all";
  return (
    <>
      <h1 className="sr-only">{t("title")}</h1>
      <output className="sr-only">{isAsked && t("found", { count: articles.length })}</output>
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
      {articles.length === 0 && (
        <div className="mt-8">
          <EmptyState sentence={isAsked ? t("nothingFound") : t("empty")}>
            {isAsked && (
              <Link
                className="text-seal underline underline-offset-3"
                href={`/projects/${view.projectId}/library`}
              >
                {t("showAll")}
              </Link>
            )}
          </EmptyState>
        </div>
      )}
    </>
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
