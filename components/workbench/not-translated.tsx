import { useLocale, useTranslations } from "next-intl";

/** What stands where a translation will be. */
export function NotTranslated() {
  const t = useTranslations("workbench");
  return (
    <span data-no-text lang={useLocale()} className="untranslated">
      {t("notTranslated")}
    </span>
  );
}
