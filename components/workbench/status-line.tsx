"use client";
import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { useActive, useWorkbench } from "#components/workbench/workbench-context.tsx";

const stateColors: Partial<Record<string, string>> = {
  saved: "text-jade",
  offline: "text-amber",
  "not-saved": "text-seal font-medium",
  refused: "text-seal font-medium",
};

/** The truth in words: what is saved, where one is, how much there is to do. */
export function StatusLine({ onHelp }: { readonly onHelp: () => void }) {
  const t = useTranslations("workbench");
  const { session, model, segments } = useWorkbench();
  const readStatus = () => session.getStatus();
  const status = useSyncExternalStore(
    (listener) => session.subscribeStatus(listener),
    readStatus,
    readStatus,
  );
  const progress = useSyncExternalStore(model.subscribeStates, model.getProgress, model.getProgress);
  const active = useActive();
  const number = active ? segments.get(active.segmentId)?.number : undefined;
  return (
    <footer className="flex h-[34px] shrink-0 items-center gap-4 overflow-hidden whitespace-nowrap border-line border-t px-5 text-[12.5px] text-muted">
      <output className={stateColors[status.state] ?? ""} data-save-state={status.state}>
        {status.state === "offline"
          ? t("status.offline", { pending: status.pending })
          : t(`status.${status.state}`)}
      </output>
      {number !== undefined && <span>{t("segmentOf", { number, total: segments.size })}</span>}
      <span className="hidden sm:inline">
        {t("counts", {
          approved: progress.approved.segments,
          translated: progress.translated.segments,
          draft: progress.draft.segments,
          todo: progress.untranslated.segments,
        })}
      </span>
      <SetAsideFiles />
      <span className="grow" />
      <button type="button" onClick={onHelp} className="hidden hover:text-ink sm:inline">
        <Kbd>Ctrl /</Kbd> {t("keysHint")}
      </button>
    </footer>
  );
}

/** What could not be sent, to be taken home as a file. */
function SetAsideFiles() {
  const t = useTranslations("workbench");
  const { session } = useWorkbench();
  const read = () => session.getSetAside();
  const files = useSyncExternalStore((listener) => session.subscribeSetAside(listener), read, read);
  return files.map((file) => (
    <span key={file.id} className="text-seal">
      {t("setAside", { at: new Date(file.at) })}{" "}
      <button type="button" className="underline" onClick={() => downloadText(file.fileName, file.text)}>
        {t("download")}
      </button>
    </span>
  ));
}

function downloadText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
