"use client";
import { useTranslations } from "next-intl";
import { FailureText } from "#components/importing/failure-text.tsx";
import type { ImportForm, ImportItem } from "#components/importing/import-items.ts";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RadioGroup } from "#components/ui/radio.tsx";
import type { ImportPreview } from "#core/importing/import-preview.ts";
import { permissions } from "#core/importing/parsed-article.ts";

export type ImportFieldsFormProps = {
  readonly item: ImportItem;
  readonly preview: ImportPreview;
  readonly onEdit: (form: Partial<ImportForm>) => void;
};

/** What a file cannot say: the title when it has none, the author, and what may be done with the text. */
export function ImportFieldsForm({ item, preview, onEdit }: ImportFieldsFormProps) {
  const t = useTranslations("importing");
  const named = useTranslations("permissions");
  const { form, problem } = item;
  // What is on its way takes no more words: they would not go with it.
  const isReadOnly = item.stage.name === "keeping";
  return (
    <div className="flex flex-col gap-4">
      {preview.title === null && (
        <Field
          label={t("articleTitle")}
          hint={t("titleHint")}
          error={problem === "title-missing" && t("titleMissing")}
        >
          <Input
            lang="zh-CN"
            value={form.title}
            maxLength={500}
            readOnly={isReadOnly}
            onValueChange={(title) => onEdit({ title })}
          />
        </Field>
      )}
      <Field label={t("author")}>
        <Input
          value={form.author}
          placeholder={t("authorPlaceholder")}
          maxLength={200}
          readOnly={isReadOnly}
          onValueChange={(author) => onEdit({ author })}
        />
      </Field>
      <div className="flex flex-col gap-2">
        <span className="font-medium">{t("permission")}</span>
        <RadioGroup
          label={t("permission")}
          value={form.permission}
          choices={permissions.map((value) => ({ value, label: named(value) }))}
          onChange={(permission) => onEdit({ permission })}
          isReadOnly={isReadOnly}
        />
      </div>
      {problem !== null && problem !== "title-missing" && <FailureText failure={problem} />}
    </div>
  );
}
