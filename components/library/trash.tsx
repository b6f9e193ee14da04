"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ArticleTitle } from "#components/library/article-title.tsx";
import { useLibraryView } from "#components/library/library-context.tsx";
import { MoreArticles } from "#components/library/more-articles.tsx";
import { useTrash } from "#components/library/use-trash.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { focusHome } from "#components/ui/focus.ts";
import { Notice } from "#components/ui/notice.tsx";
import { useRelativeTime } from "#components/ui/relative-time.tsx";
import { countDaysLeft, type LibraryArticle, type LibraryPage } from "#core/articles/library.ts";
import { can, type Member } from "#core/people/permissions.ts";

type TrashProps = { readonly page: LibraryPage; readonly me: Member; readonly isOffline: boolean };

/** What was moved away, each with its way back. */
export function Trash({ page, me, isOffline }: TrashProps) {
  const { articles, total } = page;
  const t = useTranslations("library");
  const { projectId } = useLibraryView();
  return (
    <>
      <header className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-b pb-5">
        <h1 className="font-semibold text-[18px]">{t("trashTitle")}</h1>
        <p className="grow text-muted">{t("trashNote")}</p>
        <Link
          href={`/projects/${projectId}/library`}
          className="inline-block min-h-6 text-seal underline underline-offset-3"
        >
          {t("leaveTrash")}
        </Link>
      </header>
      {isOffline && <Notice>{t("offline")}</Notice>}
      {articles.length === 0 && (
        <div className="mt-8">
          <EmptyState sentence={t("trashEmpty")} />
        </div>
      )}
      <ul {...focusHome} tabIndex={-1} aria-label={t("articles")} className="outline-none">
        {articles.map((article) => (
          <TrashRow
            key={article.id}
            article={article}
            canRestore={can(me, "delete-article", { projectId })}
          />
        ))}
      </ul>
      {total > articles.length && !isOffline && <MoreArticles left={total - articles.length} />}
    </>
  );
}

function TrashRow(props: { readonly article: LibraryArticle; readonly canRestore: boolean }) {
  const { article, canRestore } = props;
  const t = useTranslations("library");
  const { restore } = useTrash();
  const { now } = useLibraryView();
  const tellTime = useRelativeTime(now);
  return (
    <li className="flex flex-wrap items-center gap-x-7 gap-y-3 border-line border-b px-1 py-5">
      <div className="min-w-60 grow">
        <ArticleTitle article={article} onNotes={null}>
          {article.title}
        </ArticleTitle>
      </div>
      {article.trashedAt !== null && (
        <p className="text-[12.5px] text-faint md:w-52 md:text-right">
          {t("movedToTrash", { when: tellTime(article.trashedAt) })}
          <span className="block text-muted">
            {t("daysLeft", { count: countDaysLeft(article.trashedAt, now) })}
          </span>
        </p>
      )}
      {canRestore && <Button onClick={() => void restore(article)}>{t("restore")}</Button>}
    </li>
  );
}
