"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState, useTransition } from "react";
import { z } from "zod";
import { callAction } from "#client/ask-server.ts";
import { useDraft } from "#client/drafts/use-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio.tsx";
import { RestoredNote } from "#components/ui/restored-note.tsx";
import type { LibraryArticle } from "#core/articles/library.ts";
import type { ShownFailure } from "#core/errors.ts";
import { permissions } from "#core/importing/parsed-article.ts";
import { useWarningText } from "#i18n/use-warning-text.ts";
import { editArticleAction } from "#server/articles/actions.ts";

/** What the dialog shows and changes: a row of the library has it, and so has an open article. */
export type DetailedArticle = Pick<
  LibraryArticle,
  "id" | "title" | "author" | "sourceUrl" | "permission" | "warnings"
>;

export type DetailsDialogProps = { readonly article: DetailedArticle; readonly onClose: () => void };

/** Title in the library, author, permission and address of the source. */
export function DetailsDialog({ article, onClose }: DetailsDialogProps) {
  const t = useTranslations("library");
  const form = useId();
  const details = useDetails(article, onClose);
  return (
    <Dialog
      onClose={onClose}
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
        {details.isRestored && <RestoredNote onClear={details.startOver} />}
        <DetailsFields details={details} />
        {article.warnings.length > 0 && <Warnings article={article} />}
        {details.failure && <ErrorText error={details.failure} />}
      </form>
    </Dialog>
  );
}

function DetailsFields({ details }: { readonly details: ReturnType<typeof useDetails> }) {
  const { value, change } = details;
  const t = useTranslations("library");
  const named = useTranslations("permissions");
  return (
    <>
      <Field label={t("articleTitle")} hint={t("titleHint")}>
        <Input
          lang="zh-CN"
          required
          value={value.title}
          onValueChange={(title) => change({ title })}
          maxLength={500}
        />
      </Field>
      <Field label={t("author")}>
        <Input
          value={value.author}
          onValueChange={(author) => change({ author })}
          placeholder={t("authorUnknown")}
          maxLength={200}
        />
      </Field>
      <Field label={t("sourceUrl")}>
        <Input
          type="url"
          value={value.sourceUrl}
          onValueChange={(sourceUrl) => change({ sourceUrl })}
          placeholder="https://"
          maxLength={2000}
        />
      </Field>
      <div className="flex flex-col gap-2">
        <span className="font-medium">{t("permission")}</span>
        <RadioGroup
          label={t("permission")}
          value={value.permission}
          choices={permissions.map((value) => ({ value, label: named(value) }))}
          onChange={(permission) => change({ permission })}
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

const detailsSchema = z.object({
  title: z.string(),
  author: z.string(),
  sourceUrl: z.string(),
  permission: z.enum(permissions),
});
type Details = z.infer<typeof detailsSchema>;

/** The fields that were changed, kept until they are saved: nothing else is sent, and the others show what is stored now. */
function useDetails(article: DetailedArticle, onClose: () => void) {
  const router = useRouter();
  const before: Details = {
    title: article.title,
    author: article.author ?? "",
    sourceUrl: article.sourceUrl ?? "",
    permission: article.permission,
  };
  const draft = useDraft<Partial<Details>>(`article.${article.id}`, {}, detailsSchema.partial());
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const [isSaving, startSaving] = useTransition();
  const save = (event: FormEvent) => {
    event.preventDefault();
    const sent = draft.value;
    const { title, author, sourceUrl, permission } = sent;
    startSaving(async () => {
      const answer = await callAction(() =>
        editArticleAction({
          articleId: article.id,
          title: title === undefined ? undefined : title.trim() || article.title,
          author: author === undefined ? undefined : author.trim() || null,
          sourceUrl: sourceUrl === undefined ? undefined : sourceUrl.trim() || null,
          permission,
        }),
      );
      if (!answer.ok) return setFailure(answer.failure);
      setFailure(null);
      router.refresh();
      if (draft.settle(sent)) return onClose();
      // What was typed while the answer was on its way is another change.
      draft.set(dropEqual({ ...before, ...draft.readLatest() }, { ...before, ...sent }));
    });
  };
  return {
    value: { ...before, ...draft.value },
    isRestored: draft.isRestored,
    startOver: draft.clear,
    change: (changed: Partial<Details>) => draft.set(dropEqual({ ...draft.value, ...changed }, before)),
    failure,
    isSaving,
    save,
  };
}

/** What is as it was before is no change. */
function dropEqual(changed: Partial<Details>, before: Details): Partial<Details> {
  const fields = Object.entries(changed).filter(([field, value]) => before[field as keyof Details] !== value);
  return Object.fromEntries(fields);
}
