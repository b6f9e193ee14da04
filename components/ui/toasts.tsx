"use client";
import { useEffect } from "react";
import { LazyCode } from "#client/lazy-code.ts";
import { useLazyCode, whenUsed } from "#components/ui/lazy-when-used.ts";
import { whenToastsWait } from "#components/ui/toast-queue.ts";

const toastList = new LazyCode(async () => (await import("#components/ui/toast-list.tsx")).ToastList);

/** The toasts of the whole page; once. Their code comes when the page is used, or with the first message. */
export function Toasts() {
  const List = useLazyCode(toastList);
  useEffect(() => {
    whenUsed(() => toastList.want());
    return whenToastsWait(() => toastList.want());
  }, []);
  return List && <List />;
}
