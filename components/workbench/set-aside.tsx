"use client";
import { useTranslations } from "next-intl";
import { useState, useSyncExternalStore } from "react";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { useSessionStatus, useWorkbench } from "#components/workbench/workbench-context.tsx";

const SetAsideDialog = lazyWhenUsed(
  async () => (await import("#components/workbench/set-aside-dialog.tsx")).SetAsideDialog,
);

/** Says why the newest text was not taken, and opens the list of all that wait to be fetched. */
export function SetAsideNotice() {
  const t = useTranslations("workbench");
  const { session } = useWorkbench();
  const [isOpen, setOpen] = useState(false);
  const read = () => session.getSetAside();
  const texts = useSyncExternalStore((listener) => session.subscribeSetAside(listener), read, read);
  if (isOpen && texts.length === 0) setOpen(false);
  const newest = texts.at(-1);
  const status = useSessionStatus();
  // The status beside it gives the same reason already.
  const isSaid = status.state === "refused" && status.reason === newest?.reason;
  return (
    <>
      <output className={newest ? "flex shrink-0 items-center gap-2 text-seal" : "contents"}>
        {newest && (
          <>
            <span className="hidden max-w-[36ch] truncate lg:inline">
              {t("setAside.notice", { reason: isSaid ? "" : t(`refusal.${newest.reason}`) })}
            </span>
            <button type="button" className="shrink-0 underline" onClick={() => setOpen(true)}>
              {t("setAside.show", { count: texts.length })}
            </button>
          </>
        )}
      </output>
      {isOpen && (
        <SetAsideDialog
          texts={texts}
          onDiscard={(id) => void session.discardSetAside(id)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
