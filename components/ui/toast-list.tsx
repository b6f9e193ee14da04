"use client";
import { Toast } from "@base-ui/react/toast";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { receiveToasts } from "#components/ui/toast-queue.ts";

/** What `Toasts` shows. */
export function ToastList() {
  const t = useTranslations("shell");
  return (
    <Toast.Provider timeout={8000}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={t("toasts")}
          // Over no buttons: those of a panel are at the right and at the foot, those of a dialog below.
          className="fixed inset-x-4 bottom-20 z-50 flex flex-col gap-2 sm:right-auto sm:bottom-16 sm:w-90 [body:has([data-dialog])_&]:top-3 [body:has([data-dialog])_&]:bottom-auto"
        >
          <List />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function List() {
  const { toasts, add, close } = Toast.useToastManager();
  /** By what it is about, the toast that was shown last. */
  const told = useRef(new Map<string, string>());
  useEffect(
    () =>
      receiveToasts(({ text, undo, about }) => {
        const older = about && told.current.get(about);
        if (older) close(older);
        const id = add({
          title: text,
          actionProps: undo && {
            children: undo.label,
            onClick: () => {
              close(id);
              undo.onUndo();
            },
          },
        });
        if (about) told.current.set(about, id);
      }),
    [add, close],
  );
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-md border border-line bg-raised px-4 py-2 shadow-float"
    >
      <Toast.Content className="flex items-center justify-between gap-3">
        <Toast.Title />
        {toast.actionProps && <Toast.Action render={<Button look="quiet" />} />}
      </Toast.Content>
    </Toast.Root>
  ));
}
