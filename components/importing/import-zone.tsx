"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import type { ImportInput } from "#client/importing/import-requests.ts";
import { ImportContext } from "#components/importing/import-context.tsx";
import { isWaiting } from "#components/importing/import-items.ts";
import { useDropAndPaste } from "#components/importing/use-drop-and-paste.ts";
import { useImports } from "#components/importing/use-imports.ts";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";

const ImportDialog = lazyWhenUsed(
  async () => (await import("#components/importing/import-dialog.tsx")).ImportDialog,
);

/** Around a page into which articles may be dropped or pasted anywhere. */
export function ImportZone(props: { readonly projectId: string; readonly children: ReactNode }) {
  const { projectId, children } = props;
  const t = useTranslations("importing");
  const [isOpen, setOpen] = useState(false);
  const imports = useImports();
  const isOver = useDropAndPaste((inputs: readonly ImportInput[]) => {
    setOpen(true);
    imports.add(inputs);
  });
  // Escape or a click beside the dialog ends nothing: what waits is there when it opens again.
  const close = () => {
    imports.tidy();
    setOpen(false);
  };
  const cancel = () => {
    imports.clear();
    setOpen(false);
  };
  const waiting = isOpen ? 0 : imports.items.filter(isWaiting).length;
  return (
    <ImportContext value={{ projectId, open: () => setOpen(true), waiting }}>
      {children}
      {isOpen && <ImportDialog imports={imports} onClose={close} onCancel={cancel} />}
      {isOver && (
        <div className="pointer-events-none fixed inset-3 z-50 flex items-center justify-center rounded-md border-2 border-seal border-dashed bg-paper/90 font-medium text-[18px]">
          {t("dropHere")}
        </div>
      )}
    </ImportContext>
  );
}
