"use client";
import { useTranslations } from "next-intl";
import type { ShownFailure } from "#core/errors.ts";

/** The sentence for an error of ours, in the reader's language. */
export function useErrorText(): (error: ShownFailure, hasTyped?: boolean) => string {
  const t = useTranslations("errors");
  return (error, hasTyped = true) => {
    if (error === "unreachable") return t(hasTyped ? "unreachable" : "unreachable-untyped");
    return t(error.code, { id: String(error.details.id ?? "none") });
  };
}

export type ErrorTextProps = {
  readonly error: ShownFailure;
  /** False where nothing was typed that could be lost. */
  readonly hasTyped?: boolean;
};

export function ErrorText({ error, hasTyped }: ErrorTextProps) {
  const getText = useErrorText();
  return (
    <p role="alert" className="text-seal">
      {getText(error, hasTyped)}
    </p>
  );
}
