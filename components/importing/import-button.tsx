"use client";
import { useTranslations } from "next-intl";
import { useImportContext } from "#components/importing/import-context.tsx";
import { Button } from "#components/ui/button.tsx";

export function ImportButton() {
  const t = useTranslations("importing");
  const { open } = useImportContext();
  return (
    <Button look="primary" onClick={open}>
      {t("import")}
    </Button>
  );
}
