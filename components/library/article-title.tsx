"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useLibraryView } from "#components/library/library-context.tsx";
import { MarkedWords } from "#components/library/marked-words.tsx";
import { Chip } from "#components/ui/chip.tsx";
import type { LibraryArticle } from "#core/articles/library.ts";

export type ArticleTitleProps = {
  readonly article: LibraryArticle;
  /** Shows what the import left out; null where that cannot be shown. */
  readonly onNotes: (() => void) | null;
  /** The Chinese title, since it may be a link. */
  readonly children: ReactNode;
};

/** The Chinese title, the English one under it, and where the text is from. Very long ones are cut, and told on hover. */
export function ArticleTitle({ article, onNotes, children }: ArticleTitleProps) {
  const t = useTranslations("library");
  const { title, targetTitle, isSample, warnings, found } = article;
  const { query } = useLibraryView();
  const notes = warnings.reduce((sum, { count }) => sum + count, 0);
  return (
    <div className="min-w-0">
      <h2 lang="zh-CN" title={title} className="line-clamp-2 break-words font-zh text-[18px]/[1.5]">
        {children}
      </h2>
      {targetTitle !== "" && (
        <p
          lang="en"
          title={targetTitle}
          className="line-clamp-2 break-words font-en text-[15.5px]/[1.5] text-muted"
        >
          {found ? <MarkedWords text={targetTitle} words={query} /> : targetTitle}
        </p>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-[12.5px] text-faint">
        <ArticleFacts article={article} />
        {isSample && <Chip>{t("sample")}</Chip>}
        {notes > 0 && onNotes && (
          <button
            type="button"
            onClick={onNotes}
            className="relative z-10 min-h-6 text-amber underline decoration-1 underline-offset-3"
          >
            {t("notes", { count: notes })}
          </button>
        )}
      </p>
    </div>
  );
}

function ArticleFacts({ article }: { readonly article: LibraryArticle }) {
  const t = useTranslations("library");
  const sources = useTranslations("sources");
  const format = useFormatter();
  const date = article.date === null ? null : new Date(article.date);
  const facts = [
    sources(article.source),
    article.author,
    // The day as it was where the text was written.
    date && format.dateTime(date, { dateStyle: "long", timeZone: "Asia/Shanghai" }),
    // A number stays on the line of its word.
    t("segments", { count: article.segmentCount }).replaceAll(" ", "\u00a0"),
  ];
  return <span className="min-w-0 break-words">{facts.filter(Boolean).join(" · ")}</span>;
}
