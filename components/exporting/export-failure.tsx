"use client";
import { useTranslations } from "next-intl";
import type { JobFailure } from "#client/exporting/job-requests.ts";
import { ErrorText } from "#components/ui/error-text.tsx";

/** The sentence for an answer that is an error, or did not come. */
export function ExportFailure({ failure }: { readonly failure: JobFailure }) {
  const t = useTranslations("exporting");
  if (failure !== "unreachable") return <ErrorText error={failure} />;
  return (
    <p role="alert" className="text-seal">
      {t("unreachable")}
    </p>
  );
}
