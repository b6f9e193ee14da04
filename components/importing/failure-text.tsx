"use client";
import { useTranslations } from "next-intl";
import type { ImportFailure } from "#client/importing/import-requests.ts";
import { useErrorText } from "#components/ui/error-text.tsx";
import { refusalReasons } from "#core/importing/refusals.ts";

/** Why a file was not taken in, in the reader's language: the reader's own reason where it gave one. */
export function FailureText({ failure }: { readonly failure: ImportFailure }) {
  const getFailureText = useFailureText();
  return (
    <p role="alert" className="text-seal">
      {getFailureText(failure)}
    </p>
  );
}

function useFailureText(): (failure: ImportFailure) => string {
  const t = useTranslations("importing");
  const refusals = useTranslations("importing-refusals");
  const getErrorText = useErrorText();
  return (failure) => {
    if (failure === "unreachable") return t("offline");
    const reason = refusalReasons.find((each) => each === failure.details.reason);
    return reason ? refusals(reason) : getErrorText(failure);
  };
}
