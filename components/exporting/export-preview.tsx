"use client";
import { useTranslations } from "next-intl";
import { ExportFailure } from "#components/exporting/export-failure.tsx";
import { usePreview } from "#components/exporting/use-preview.ts";
import { Button } from "#components/ui/button.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import type { ExportOptions } from "#core/exporting/options.ts";

export type ExportPreviewProps = { readonly articleId: string; readonly options: ExportOptions };

/** The first page as it will be printed. Its sheet keeps its place while the page is made. */
export function ExportPreview({ articleId, options }: ExportPreviewProps) {
  const t = useTranslations("exporting.preview");
  const { address, isLoading, failure, retry } = usePreview(articleId, options);
  const sheet = options.paper === "letter" ? "aspect-[8.5/11]" : "aspect-[210/297]";
  return (
    <figure className="relative flex h-80 items-center overflow-hidden justify-center rounded-md bg-wash p-3 md:h-[30rem]">
      <div className={`${sheet} h-full max-w-full rounded-xs bg-white shadow-float`}>
        {address && !failure && (
          // biome-ignore lint/performance/noImgElement: a blob of vector shapes, which no optimiser could make smaller
          <img
            src={address}
            alt={t("alt")}
            className={`size-full object-contain object-top transition-opacity ${isLoading ? "opacity-40" : ""}`}
          />
        )}
      </div>
      {isLoading && (
        <div className="absolute inset-0 flex items-center justify-center">
          <Spinner label={t("loading")} />
        </div>
      )}
      {failure && (
        <div className="absolute inset-3 flex flex-col items-center justify-center gap-3 rounded-xs bg-raised p-5 text-center">
          <ExportFailure failure={failure} />
          <p className="text-muted">{t("failed")}</p>
          <Button onClick={retry}>{t("retry")}</Button>
        </div>
      )}
    </figure>
  );
}
