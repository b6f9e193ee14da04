"use client";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";

/** Says that the form holds what was typed earlier, and how to begin anew. */
export function RestoredNote({ onClear }: { readonly onClear: () => void }) {
  const t = useTranslations("shell");
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-md border border-line bg-wash py-1.5 pr-2 pl-4">
      {t("restored")}
      <Button look="quiet" onClick={onClear}>
        {t("startOver")}
      </Button>
    </p>
  );
}
