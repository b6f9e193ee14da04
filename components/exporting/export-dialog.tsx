"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { useDraft } from "#client/drafts/use-draft.ts";
import { ExportFailure } from "#components/exporting/export-failure.tsx";
import { ExportedFile, ExportNotices } from "#components/exporting/export-notices.tsx";
import { ExportOptionsForm } from "#components/exporting/export-options-form.tsx";
import { ExportPreview } from "#components/exporting/export-preview.tsx";
import { ExportProgress } from "#components/exporting/export-progress.tsx";
import { useExport } from "#components/exporting/use-export.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { type ExportJob, isActive } from "#core/exporting/job.ts";
import { defaultExportOptions, type ExportOptions } from "#core/exporting/options.ts";

export type ExportDialogProps = {
  readonly articleId: string;
  readonly onClose: () => void;
};

/** Makes the bilingual PDF of an article. Closing it leaves a running export at its work. */
export function ExportDialog({ articleId, onClose }: ExportDialogProps) {
  const t = useTranslations("exporting");
  const { job, earlier, failure, isAsking, start, cancel, reset } = useExport(articleId);
  const [chosen, setOptions] = useState({ ...defaultExportOptions, language: useLocale() });
  // A name is typed once for all files.
  const signature = useDraft("signature", "", z.string());
  const options = { ...chosen, signature: signature.value };
  const change = (next: ExportOptions) => {
    setOptions(next);
    signature.set(next.signature);
  };
  const isRunning = job !== null && isActive(job);
  const actions = (
    <>
      {isRunning && (
        <Button onClick={cancel} disabled={isAsking}>
          {t("cancel")}
        </Button>
      )}
      {job && !isRunning && <Button onClick={reset}>{t("again")}</Button>}
      {!job && (
        <Button look="primary" onClick={() => start(options)} disabled={isAsking}>
          {t("export")}
        </Button>
      )}
    </>
  );
  return (
    <Dialog onClose={onClose} title={t("title")} actions={actions} isWide>
      <div className="grid gap-5 md:grid-cols-[1fr_22.5rem]">
        <div>
          {!job && <ExportOptionsForm options={options} onChange={change} />}
          {!job && earlier && (
            <p className="mt-5 text-muted">
              {t("last")} <ExportedFile job={earlier} />
            </p>
          )}
          {isRunning && <ExportProgress job={job} />}
          {job && !isRunning && <ExportResult job={job} />}
          {failure && (
            <div className="mt-3">
              <ExportFailure failure={failure} />
            </div>
          )}
        </div>
        <ExportPreview articleId={articleId} options={options} />
      </div>
    </Dialog>
  );
}

function ExportResult({ job }: { readonly job: ExportJob }) {
  const t = useTranslations("exporting");
  if (job.error) return <ErrorText error={job.error} />;
  if (job.state === "cancelled") return <p role="status">{t("cancelled")}</p>;
  return <ExportNotices job={job} />;
}
