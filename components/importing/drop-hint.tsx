import { useTranslations } from "next-intl";

/** Says that files and text are taken anywhere on the page. */
export function DropHint() {
  const t = useTranslations("importing");
  return (
    <p className="rounded-md border border-line border-dashed px-6 py-7 text-balance text-center text-muted">
      <span className="not-any-pointer-fine:hidden">{t("hint")}</span>
      <span className="any-pointer-fine:hidden">{t("fingersHint")}</span>
    </p>
  );
}
