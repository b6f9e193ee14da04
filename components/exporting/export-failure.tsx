"use client";
import { useTranslations } from "next-intl";
import { ErrorText } from "#components/ui/error-text.tsx";
import type { ShownFailure } from "#core/errors.ts";

/** The sentence for an answer that is an error, or did not come. */
export function ExportFailure({ failure }: { readonly failure: ShownFailure }) {
  const t = useTranslations("exporting");
  if (failure !== "unreachable") return <ErrorText error={failure} />;
  return (
    <p role="alert" className="text-seal">
      {t("unreachable")}
    </p>
  );
}
