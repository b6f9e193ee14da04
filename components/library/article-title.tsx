"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "#components/ui/chip.tsx";
import type { LibraryArticle } from "#core/articles/library.ts";

/** The Chinese title (given, since it may be a link), the English one under it, and where the text is from. */
export function ArticleTitle(props: { readonly article: LibraryArticle; readonly children: ReactNode }) {
  const { article, children } = props;
  const t = useTranslations("library");
  return (
    <div className="min-w-0">
      <h2 lang="zh-CN" className="font-zh text-[18px]/[1.5]">
        {children}
      </h2>
      {article.targetTitle !== "" && (
        <p lang="en" className="font-en text-[15.5px]/[1.5] text-muted">
          {article.targetTitle}
        </p>
      )}
      <p className="mt-1 flex flex-wrap items-center gap-x-2 text-[12.5px] text-faint">
        <ArticleFacts article={article} />
        {article.isSample && <Chip>{t("sample")}</Chip>}
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
    t("segments", { count: article.segmentCount }),
  ];
  return <span>{facts.filter(Boolean).join(" · ")}</span>;
}
