"use client";
import { useTranslations } from "next-intl";
import type { ImportPreview } from "#core/importing/import-preview.ts";
import type { ImportWarning } from "#core/importing/parsed-article.ts";
import { useWarningText } from "#i18n/use-warning-text.ts";

/** What was read: title, kind, number of segments, the first lines, and what was left out. */
export function ImportPreviewView({ preview }: { readonly preview: ImportPreview }) {
  const t = useTranslations("importing");
  const sources = useTranslations("sources");
  const lines = [...new Set(preview.firstSegments)].filter((line) => line !== preview.title);
  return (
    <div className="flex flex-col gap-3">
      {preview.title !== null && (
        <h3 lang="zh-CN" className="font-zh text-[18px]/[1.5]">
          {preview.title}
        </h3>
      )}
      <p className="text-[12.5px] text-muted">
        {t("found", { source: sources(preview.source), count: preview.segmentCount })}
      </p>
      {lines.length > 0 && (
        <blockquote
          aria-label={t("firstLines")}
          lang="zh-CN"
          className="flex flex-col gap-1 border-line border-l-2 pl-3 font-zh text-[15px]/[1.8] text-muted"
        >
          {lines.map((line) => (
            <p key={line} className="line-clamp-2">
              {line}
            </p>
          ))}
        </blockquote>
      )}
      {preview.warnings.length > 0 && <Warnings warnings={preview.warnings} />}
    </div>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly ImportWarning[] }) {
  const t = useTranslations("importing");
  const getText = useWarningText();
  const total = warnings.reduce((sum, { count }) => sum + count, 0);
  return (
    <details className="text-amber">
      <summary className="min-h-6 cursor-pointer">{t("warnings", { count: total })}</summary>
      <ul className="mt-1 list-disc pl-5 text-muted">
        {warnings.map((warning) => (
          <li key={warning.code}>{getText(warning)}</li>
        ))}
      </ul>
    </details>
  );
}
