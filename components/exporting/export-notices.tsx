"use client";
import { useFormatter, useTranslations } from "next-intl";
import { getFileAddress } from "#client/exporting/job-requests.ts";
import type { ExportJob } from "#core/exporting/job.ts";
import type { ExportNotice } from "#core/exporting/options.ts";

/** Notices shown in full; the rest is counted. */
const shownLimit = 50;

/** The finished file, and in sentences what had to be replaced in it. */
export function ExportNotices({ job }: { readonly job: ExportJob }) {
  const t = useTranslations("exporting");
  const format = useFormatter();
  const size = format.number((job.fileBytes ?? 0) / 1024, { maximumFractionDigits: 0 });
  const hidden = job.notices.length - shownLimit;
  return (
    <div className="flex flex-col gap-4">
      <p role="status">{t("done", { pages: job.pages ?? 0, size })}</p>
      <p>
        <ExportedFile job={job} />
      </p>
      {job.notices.length > 0 && (
        <section>
          <h3 className="mb-1 font-medium">{t("notices", { count: job.notices.length })}</h3>
          <ul className="list-disc pl-5 text-muted">
            {job.notices.slice(0, shownLimit).map((notice) => (
              <li key={JSON.stringify(notice)} className="break-words">
                {t(`notice.${notice.code}`, {
                  segment: String(notice.segment),
                  detail: showDetail(notice),
                })}
              </li>
            ))}
          </ul>
          {hidden > 0 && <p className="text-muted">{t("moreNotices", { count: hidden })}</p>}
        </section>
      )}
    </div>
  );
}

/** The way to a file that was made. */
export function ExportedFile({ job }: { readonly job: ExportJob }) {
  const t = useTranslations("exporting");
  return (
    <a className="break-words text-seal underline" href={getFileAddress(job.id)} download>
      {t("download", { name: job.fileName ?? "" })}
    </a>
  );
}

/** A character that the print lacks is shown beside its code: the screen's fonts may well have it. */
function showDetail({ code, detail }: ExportNotice): string {
  const point = /^U\+([0-9A-F]+)$/.exec(detail)?.[1];
  return code === "missing-glyph" && point
    ? `${String.fromCodePoint(Number.parseInt(point, 16))} (${detail})`
    : detail;
}
