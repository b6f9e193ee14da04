import { useLocale, useTranslations } from "next-intl";

/** What stands where a translation will be. Chinese has no italics. */
export function NotTranslated() {
  const t = useTranslations("workbench");
  return (
    <span data-no-text lang={useLocale()} className="text-faint italic [&:lang(zh)]:not-italic">
      {t("notTranslated")}
    </span>
  );
}
