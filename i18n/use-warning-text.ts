import { useTranslations } from "next-intl";
import type { ImportWarning } from "#core/importing/parsed-article.ts";
import { warningCodes } from "#core/importing/warnings.ts";

/** The sentence for a warning of a reader; one of an older reader, whose code is gone, keeps its own English. */
export function useWarningText(): (warning: ImportWarning) => string {
  const t = useTranslations("importing-warnings");
  return ({ code, text, count }) => {
    const known = warningCodes.find((each) => each === code);
    return known ? t(known, { count }) : text;
  };
}
