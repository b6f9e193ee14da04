"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { SetAside } from "#client/collab/session-types.ts";
import { saveFile } from "#client/save-file.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";

export type SetAsideDialogProps = {
  readonly texts: readonly SetAside[];
  readonly onDiscard: (id: string) => void;
  readonly onClose: () => void;
};

/** The texts that were not taken, each to be fetched as a file and then thrown away. */
export function SetAsideDialog({ texts, onDiscard, onClose }: SetAsideDialogProps) {
  const t = useTranslations("workbench");
  return (
    <Dialog onClose={onClose} title={t("setAside.title")}>
      <p className="mb-4 text-muted">{t("setAside.explain")}</p>
      <ul className="flex flex-col gap-5">
        {texts.map((text) => (
          <SetAsideText key={text.id} text={text} onDiscard={() => onDiscard(text.id)} />
        ))}
      </ul>
    </Dialog>
  );
}

function SetAsideText({ text, onDiscard }: { readonly text: SetAside; readonly onDiscard: () => void }) {
  const t = useTranslations("workbench");
  const locale = useLocale();
  const [isFetched, setFetched] = useState(false);
  const at = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" }).format(text.at);
  return (
    <li>
      <p className="font-medium">{t(`refusal.${text.reason}`)}</p>
      {/* biome-ignore-start lint/a11y/noNoninteractiveTabindex: a long text scrolls, and holds nothing else to stand on */}
      <section
        tabIndex={0}
        aria-label={t("setAside.text", { at })}
        className="my-2 max-h-40 overflow-y-auto whitespace-pre-wrap rounded-md border border-line px-3 py-2"
      >
        {text.text}
      </section>
      {/* biome-ignore-end lint/a11y/noNoninteractiveTabindex: see above */}
      <div className="flex items-center gap-2">
        <span className="grow text-muted">{at}</span>
        {/* What has never been fetched is not thrown away by one slip of the hand. */}
        <Button look="quiet" disabled={!isFetched} onClick={onDiscard}>
          {t("setAside.discard")}
        </Button>
        <Button
          look="primary"
          onClick={() => {
            downloadText(text.fileName, text.text);
            setFetched(true);
          }}
        >
          {t("setAside.download")}
        </Button>
      </div>
    </li>
  );
}

function downloadText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  saveFile(address, fileName);
  URL.revokeObjectURL(address);
}
