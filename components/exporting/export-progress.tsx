"use client";
import { useTranslations } from "next-intl";
import { Spinner } from "#components/ui/spinner.tsx";
import type { ExportJob } from "#core/exporting/job.ts";
import { jobStages } from "#core/exporting/options.ts";

const shownStages = jobStages.filter((stage) => stage !== "done");

/** The stages of a running export, the present one marked, and for how long it has been running. */
export function ExportProgress({ job }: { readonly job: ExportJob }) {
  const t = useTranslations("exporting");
  const at = jobStages.indexOf(job.stage);
  return (
    <div className="flex flex-col gap-3">
      <ol className="flex flex-col gap-1.5">
        {shownStages.map((stage, index) => (
          <li
            key={stage}
            aria-current={index === at ? "step" : undefined}
            className={`flex items-center gap-2 ${index === at ? "font-medium" : "text-muted"}`}
          >
            <span className="inline-flex w-5 justify-center">
              {index < at && <span aria-hidden>✓</span>}
              {index === at && <Spinner label={t("working")} />}
            </span>
            {t(`stages.${stage}`)}
          </li>
        ))}
      </ol>
      <p className="text-muted tabular-nums">{t("elapsed", { seconds: Math.floor(job.elapsed / 1000) })}</p>
    </div>
  );
}
