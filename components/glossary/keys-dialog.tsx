"use client";
import { useTranslations } from "next-intl";
import { glossaryKeys } from "#components/glossary/glossary-keys.ts";
import { Dialog } from "#components/ui/dialog.tsx";
import { Kbd } from "#components/ui/kbd.tsx";

/** All keys of the glossary. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useTranslations("glossary");
  return (
    <Dialog onClose={onClose} title={t("keysTitle")} isText>
      <dl>
        {glossaryKeys.map(({ id, shown }) => (
          <div key={id} className="flex justify-between gap-4 border-line border-b py-2 last:border-b-0">
            <dt>{t(`keys.${id}`)}</dt>
            <dd className="flex shrink-0 gap-1">
              {shown.map((each) => (
                <Kbd key={each}>{each}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
