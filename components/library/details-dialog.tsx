"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState, useTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio.tsx";
import type { LibraryArticle } from "#core/articles/library.ts";
import type { ShownFailure } from "#core/errors.ts";
import { permissions } from "#core/importing/parsed-article.ts";
import { useRouter } from "#i18n/navigation.ts";
import { useWarningText } from "#i18n/use-warning-text.ts";
import { editArticleAction } from "#server/articles/actions.ts";

/** What the dialog shows and changes: a row of the library has it, and so has an open article. */
export type DetailedArticle = Pick<
  LibraryArticle,
  "id" | "title" | "author" | "sourceUrl" | "permission" | "warnings"
>;

export type DetailsDialogProps = { readonly article: DetailedArticle; readonly onClose: () => void };

/** Author, permission and address of the source. */
export function DetailsDialog({ article, onClose }: DetailsDialogProps) {
  const t = useTranslations("library");
  const form = useId();
  const details = useDetails(article, onClose);
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("details")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" type="submit" form={form} disabled={details.isSaving}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={details.save} className="flex flex-col gap-5">
        <DetailsFields details={details} />
        {article.warnings.length > 0 && <Warnings article={article} />}
        {details.error && <ErrorText error={details.error} />}
      </form>
    </Dialog>
  );
}

function DetailsFields({ details }: { readonly details: ReturnType<typeof useDetails> }) {
  const t = useTranslations("library");
  const named = useTranslations("permissions");
  return (
    <>
      <Field label={t("articleTitle")} hint={t("titleHint")}>
        <Input lang="zh-CN" required value={details.title} onValueChange={details.setTitle} maxLength={500} />
      </Field>
      <Field label={t("author")}>
        <Input
          value={details.author}
          onValueChange={details.setAuthor}
          placeholder={t("authorUnknown")}
          maxLength={200}
        />
      </Field>
      <Field label={t("sourceUrl")}>
        <Input
          type="url"
          value={details.sourceUrl}
          onValueChange={details.setSourceUrl}
          placeholder="https://"
          maxLength={2000}
        />
      </Field>
      <div className="flex flex-col gap-2">
        <span className="font-medium">{t("permission")}</span>
        <RadioGroup
          label={t("permission")}
          value={details.permission}
          choices={permissions.map((value) => ({ value, label: named(value) }))}
          onChange={details.setPermission}
        />
      </div>
    </>
  );
}

function Warnings({ article }: { readonly article: DetailedArticle }) {
  const t = useTranslations("library");
  const getText = useWarningText();
  return (
    <div className="flex flex-col gap-1 text-muted">
      <span className="font-medium text-ink">{t("warnings")}</span>
      <ul className="list-disc pl-5">
        {article.warnings.map((warning) => (
          <li key={warning.code}>{getText(warning)}</li>
        ))}
      </ul>
    </div>
  );
}

function useDetails(article: DetailedArticle, onClose: () => void) {
  const router = useRouter();
  const [title, setTitle] = useState(article.title);
  const [author, setAuthor] = useState(article.author ?? "");
  const [sourceUrl, setSourceUrl] = useState(article.sourceUrl ?? "");
  const [permission, setPermission] = useState(article.permission);
  const [error, setError] = useState<ShownFailure | null>(null);
  const [isSaving, startSaving] = useTransition();
  const save = (event: FormEvent) => {
    event.preventDefault();
    startSaving(async () => {
      const result = await editArticleAction({
        articleId: article.id,
        title: title.trim() || article.title,
        author: author.trim() || null,
        sourceUrl: sourceUrl.trim() || null,
        permission,
      });
      if (!result.ok) return setError(result.error);
      router.refresh();
      onClose();
    });
  };
  return {
    title,
    setTitle,
    author,
    setAuthor,
    sourceUrl,
    setSourceUrl,
    permission,
    setPermission,
    error,
    isSaving,
    save,
  };
}
