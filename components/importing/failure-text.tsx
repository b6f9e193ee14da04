"use client";
import { useTranslations } from "next-intl";
import type { ImportFailure } from "#client/importing/import-requests.ts";
import { ErrorText } from "#components/ui/error-text.tsx";

/** Why a file was not taken in, in the reader's language. */
export function FailureText({ failure }: { readonly failure: ImportFailure }) {
  const t = useTranslations("importing");
  if (failure !== "unreachable") return <ErrorText error={failure} />;
  return (
    <p role="alert" className="text-seal">
      {t("offline")}
    </p>
  );
}
