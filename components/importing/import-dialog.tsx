"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { AddFiles, AddPaste } from "#components/importing/add-files.tsx";
import { useImportContext } from "#components/importing/import-context.tsx";
import { ImportItemView } from "#components/importing/import-item-view.tsx";
import { isKeepable } from "#components/importing/import-items.ts";
import type { Imports } from "#components/importing/use-imports.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { addToast } from "#components/ui/toast-queue.ts";

export type ImportDialogProps = {
  readonly imports: Imports;
  /** Closes it, and keeps what waits, such as a file that was added while others were imported. */
  readonly onClose: () => void;
  /** Closes it, and gives up what waits. */
  readonly onCancel: () => void;
};

/** Choose or paste, look at what was read, then import. */
export function ImportDialog({ imports, onClose, onCancel }: ImportDialogProps) {
  const t = useTranslations("importing");
  const { keepAll, isKeeping } = useKeepAll(imports, onClose);
  const isEmpty = imports.items.length === 0;
  const count = imports.items.filter(isKeepable).length;
  const isAnyKept = imports.items.some(({ stage }) => stage.name === "kept");
  const isBusy = imports.items.some(({ stage }) => stage.name === "sending");
  return (
    <Dialog
      onClose={onClose}
      title={t("title")}
      actions={
        !isEmpty && (
          <>
            <span className="grow">
              <AddFiles onFiles={imports.add} look="quiet" label={t("addMore")} />
            </span>
            <Button onClick={onCancel}>{isAnyKept ? t("close") : t("cancel")}</Button>
            <Button
              look="primary"
              disabled={count === 0 || isBusy || isKeeping}
              onClick={() => void keepAll()}
            >
              {count > 1 ? t("importAll", { count }) : t("import")}
            </Button>
          </>
        )
      }
    >
      {isEmpty ? (
        <div className="flex flex-col gap-6">
          <div className="flex flex-col items-center gap-4 rounded-md border border-line border-dashed px-6 py-8 text-center text-muted">
            <p className="not-any-pointer-fine:hidden">{t("chooseHint")}</p>
            <p className="any-pointer-fine:hidden">{t("fingersHint")}</p>
            <AddFiles onFiles={imports.add} look="primary" label={t("choose")} />
          </div>
          <AddPaste onPaste={imports.add} />
        </div>
      ) : (
        <ul className="flex flex-col gap-6">
          {imports.items.map((item) => (
            <ImportItemView key={item.key} item={item} imports={imports} />
          ))}
        </ul>
      )}
    </Dialog>
  );
}

/** Keeps all; a single one is opened, several are told and stand in the list. */
function useKeepAll(imports: Imports, onDone: () => void) {
  const t = useTranslations("importing");
  const { projectId } = useImportContext();
  const router = useRouter();
  // No transition, in which the first would not show that it is on its way.
  const [isKeeping, setKeeping] = useState(false);
  const keepAll = async () => {
    const isSingle = imports.items.length === 1;
    setKeeping(true);
    const ids = await imports.keepAll();
    setKeeping(false);
    if (ids === null) return;
    router.refresh();
    const [first] = ids;
    if (isSingle && first) router.push(`/projects/${projectId}/articles/${first}`);
    else addToast(t("importedMany", { count: ids.length }));
    onDone();
  };
  return { keepAll, isKeeping };
}
