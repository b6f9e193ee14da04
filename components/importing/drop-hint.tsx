import { useTranslations } from "next-intl";

/** Says that files and text are taken anywhere on the page. */
export function DropHint() {
  const t = useTranslations("importing");
  return (
    <p className="rounded-md border border-line border-dashed px-6 py-7 text-balance text-center text-muted">
      {t("hint")}
    </p>
  );
}
