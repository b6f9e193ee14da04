"use client";
import { type ComponentType, useEffect, useState } from "react";
import { whenUsed } from "#components/ui/lazy-when-used.ts";

/** The toasts of the whole page; once. Their code comes when the page is used: nothing else brings a message. */
export function Toasts() {
  const [List, setList] = useState<ComponentType | null>(null);
  useEffect(() => {
    whenUsed(async () => {
      const { ToastList } = await import("#components/ui/toast-list.tsx");
      setList(() => ToastList);
    });
  }, []);
  return List && <List />;
}
