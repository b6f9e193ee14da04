"use client";
import { useTranslations } from "next-intl";
import type { ShownError } from "#core/errors.ts";

export type { ShownError };

/** The sentence for an error of ours, in the reader's language. */
export function useErrorText(): (error: ShownError) => string {
  const t = useTranslations("errors");
  return ({ code, details }) => t(code, { id: String(details.id ?? "") });
}

export function ErrorText({ error }: { readonly error: ShownError }) {
  const getText = useErrorText();
  return (
    <p role="alert" className="text-seal">
      {getText(error)}
    </p>
  );
}
