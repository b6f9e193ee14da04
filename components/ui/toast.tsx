"use client";
import { Toast } from "@base-ui/react/toast";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";

type Undo = { readonly label: string; readonly onUndo: () => void };

/** Holds the toasts of everything inside it; once, around the page. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Toast.Provider timeout={8000}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="fixed inset-x-4 bottom-4 z-50 flex flex-col gap-2 sm:left-auto sm:w-90">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="rounded-md border border-line bg-raised px-4 py-2 shadow-float"
    >
      <Toast.Content className="flex items-center justify-between gap-3">
        <Toast.Title />
        {toast.actionProps && <Toast.Action {...toast.actionProps} render={<Button look="quiet" />} />}
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Says what was done, with a way back where there is one. */
export function useToast(): (text: string, undo?: Undo) => void {
  const manager = Toast.useToastManager();
  return (text, undo) => {
    const id = manager.add({
      title: text,
      actionProps: undo && {
        children: undo.label,
        onClick: () => {
          manager.close(id);
          undo.onUndo();
        },
      },
    });
  };
}
