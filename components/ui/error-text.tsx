"use client";
import { useTranslations } from "next-intl";
import type { ShownFailure } from "#core/errors.ts";

/** The sentence for an error of ours, in the reader's language. */
export function useErrorText(): (error: ShownFailure) => string {
  const t = useTranslations("errors");
  return (error) =>
    error === "unreachable" ? t("unreachable") : t(error.code, { id: String(error.details.id ?? "none") });
}

export function ErrorText({ error }: { readonly error: ShownFailure }) {
  const getText = useErrorText();
  return (
    <p role="alert" className="text-seal">
      {getText(error)}
    </p>
  );
}
