"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { callAction } from "#client/ask-server.ts";
import { useImportContext } from "#components/importing/import-context.tsx";
import { Button } from "#components/ui/button.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import type { ShownFailure } from "#core/errors.ts";
import type { ImportPreview } from "#core/importing/import-preview.ts";
import { restoreArticleAction } from "#server/articles/actions.ts";

/** The same article is here already: the way to it, out of the trash if it lies there. */
export function ExistingArticle({ existing }: { readonly existing: NonNullable<ImportPreview["existing"]> }) {
  const t = useTranslations("importing");
  const { projectId } = useImportContext();
  const router = useRouter();
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const [isOpening, startOpening] = useTransition();
  const open = () =>
    startOpening(async () => {
      if (existing.inTrash) {
        const answer = await callAction(() => restoreArticleAction({ articleId: existing.id }));
        if (!answer.ok) return setFailure(answer.failure);
      }
      router.push(`/projects/${projectId}/articles/${existing.id}`);
    });
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-md border border-line bg-wash px-4 py-3">
      <p>{t(existing.inTrash ? "existingInTrash" : "existing", { title: existing.title })}</p>
      <Button onClick={open} disabled={isOpening}>
        {t(existing.inTrash ? "restoreExisting" : "openExisting")}
      </Button>
      {failure && <ErrorText error={failure} />}
    </div>
  );
}
