"use client";
import { useTranslations } from "next-intl";
import { useImportContext } from "#components/importing/import-context.tsx";
import { Button } from "#components/ui/button.tsx";

export function ImportButton() {
  const t = useTranslations("importing");
  const { open, waiting } = useImportContext();
  return (
    <Button look="primary" onClick={open}>
      {waiting === 0 ? t("import") : t("importWaiting", { count: waiting })}
    </Button>
  );
}
