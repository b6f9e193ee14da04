"use client";
import { Check, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { ExistingArticle } from "#components/importing/existing-article.tsx";
import { FailureText } from "#components/importing/failure-text.tsx";
import { ImportFieldsForm } from "#components/importing/import-fields-form.tsx";
import { type ImportItem, isWorthRetry } from "#components/importing/import-items.ts";
import { ImportPreviewView } from "#components/importing/import-preview-view.tsx";
import type { Imports } from "#components/importing/use-imports.ts";
import { Button } from "#components/ui/button.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";

export type ImportItemViewProps = { readonly item: ImportItem; readonly imports: Imports };

/** One file or paste: how far it is, what was read, and what the person adds. */
export function ImportItemView({ item, imports }: ImportItemViewProps) {
  const t = useTranslations("importing");
  const name = item.input.kind === "file" ? item.input.file.name : t("pasted");
  const { stage } = item;
  return (
    <li aria-label={name} className="flex flex-col gap-3 border-line not-last:border-b not-last:pb-6">
      <div className="flex items-center gap-2">
        <span className="min-w-0 grow truncate text-muted">{name}</span>
        {stage.name === "keeping" && <Spinner label={t("keeping")} />}
        {stage.name === "kept" && (
          <span className="inline-flex h-8 items-center gap-1 text-jade">
            <Check aria-hidden size={14} />
            {t("kept")}
          </span>
        )}
        {stage.name !== "keeping" && stage.name !== "kept" && (
          <IconButton icon={X} label={t("remove", { name })} onClick={() => imports.remove(item)} />
        )}
      </div>
      <Stage item={item} imports={imports} name={name} />
    </li>
  );
}

function Stage({ item, imports, name }: ImportItemViewProps & { readonly name: string }) {
  const t = useTranslations("importing");
  const { stage } = item;
  if (stage.name === "sending") return <Sending sent={stage.sent} name={name} />;
  if (stage.name === "failed")
    return (
      <div className="flex flex-wrap items-center justify-between gap-3">
        <FailureText failure={stage.failure} />
        {isWorthRetry(stage.failure) && <Button onClick={() => imports.retry(item)}>{t("tryAgain")}</Button>}
      </div>
    );
  if (stage.name === "kept") return null;
  return (
    <>
      <ImportPreviewView preview={stage.preview} />
      {stage.preview.existing ? (
        <ExistingArticle existing={stage.preview.existing} />
      ) : (
        <ImportFieldsForm item={item} preview={stage.preview} onEdit={(form) => imports.edit(item, form)} />
      )}
    </>
  );
}

/** First the bytes go out, which is counted; then the server reads them, which is not. */
function Sending({ sent, name }: { readonly sent: number; readonly name: string }) {
  const t = useTranslations("importing");
  const percent = Math.floor(sent * 100);
  const isSent = sent >= 1;
  return (
    <div className="flex items-center gap-3 text-muted">
      <progress
        aria-label={t("progress", { name })}
        max={1}
        value={isSent ? undefined : sent}
        className="h-1.5 grow overflow-hidden rounded-full accent-seal"
      />
      <output className="tabular-nums">{isSent ? t("reading") : t("uploading", { percent })}</output>
    </div>
  );
}
