"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useTrash } from "#components/library/use-trash.ts";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";

export type TrashedArticleProps = {
  readonly article: { readonly id: string; readonly projectId: string; readonly title: string };
  readonly canRestore: boolean;
};

/** In the place of an article that lies in the trash: says so, and leads out of it. */
export function TrashedArticle({ article, canRestore }: TrashedArticleProps) {
  const t = useTranslations("library");
  const { restore } = useTrash();
  return (
    <main className="mx-auto max-w-160 px-5 py-10">
      <EmptyState sentence={t("inTrash", { title: article.title })}>
        <span className="flex flex-wrap items-center justify-center gap-5">
          {canRestore && (
            <Button look="primary" onClick={() => void restore(article)}>
              {t("restore")}
            </Button>
          )}
          <Link
            href={`/projects/${article.projectId}/library`}
            className="inline-block min-h-6 text-seal underline underline-offset-3"
          >
            {t("leaveTrash")}
          </Link>
        </span>
      </EmptyState>
    </main>
  );
}
