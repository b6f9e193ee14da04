"use client";
import { useTranslations } from "next-intl";
import { useErrorText } from "#components/ui/error-text.tsx";
import type { ShownFailure } from "#core/errors.ts";
import { refusalReasons } from "#core/importing/refusals.ts";

/** Why a file was not taken in, in the reader's language: the reader's own reason where it gave one. */
export function FailureText({ failure }: { readonly failure: ShownFailure }) {
  const getFailureText = useFailureText();
  return (
    <p role="alert" className="text-seal">
      {getFailureText(failure)}
    </p>
  );
}

function useFailureText(): (failure: ShownFailure) => string {
  const refusals = useTranslations("importing-refusals");
  const getErrorText = useErrorText();
  return (failure) => {
    const reason =
      failure !== "unreachable" && refusalReasons.find((each) => each === failure.details.reason);
    return reason ? refusals(reason) : getErrorText(failure);
  };
}
