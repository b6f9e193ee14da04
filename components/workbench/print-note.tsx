import { useTranslations } from "next-intl";

/** What the browser prints of an article's page: the page holds only the rows near the view. */
export function PrintNote() {
  const t = useTranslations("workbench");
  return <p className="print-note">{t("printNote")}</p>;
}
