"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useLibraryView } from "#components/library/library-context.tsx";
import type { ArticleHits } from "#core/articles/library.ts";

export type FoundPlacesProps = { readonly articleId: string; readonly found: ArticleHits };

/** Where in an article the words stand, each place a link to its segment. */
export function FoundPlaces({ articleId, found }: FoundPlacesProps) {
  const t = useTranslations("library");
  const { projectId } = useLibraryView();
  const { hits, count } = found;
  if (hits.length === 0) return null;
  const shown = new Set(hits.map(({ number }) => number)).size;
  return (
    <ul className="relative z-10 mt-2 flex flex-col items-start gap-0.5 border-line border-l-2 pl-3">
      {hits.map(({ number, side, before, words, after }) => (
        <li key={`${number}${side}`}>
          <Link
            href={`/projects/${projectId}/articles/${articleId}#segment-${number}`}
            className="group inline-block min-h-6 text-muted hover:text-ink"
          >
            {t.rich("inSegment", {
              number,
              text: () => (
                <span
                  lang={side === "source" ? "zh-CN" : "en"}
                  className={`${side === "source" ? "font-zh" : "font-en"} text-[14.5px] underline-offset-3 group-hover:underline`}
                >
                  {before}
                  <mark className="bg-seal-wash text-inherit">{words}</mark>
                  {after}
                </span>
              ),
            })}
          </Link>
        </li>
      ))}
      {count > shown && (
        <li className="text-[12.5px] text-faint">{t("moreFound", { count: count - shown })}</li>
      )}
    </ul>
  );
}
