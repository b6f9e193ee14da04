"use client";
import { type ComponentType, useEffect, useState } from "react";
import { whenIdle } from "#components/ui/lazy-when-idle.ts";

/** The toasts of the whole page; once. Their code comes when the page has come to rest. */
export function Toasts() {
  const [List, setList] = useState<ComponentType | null>(null);
  useEffect(() => {
    whenIdle(async () => {
      const { ToastList } = await import("#components/ui/toast-list.tsx");
      setList(() => ToastList);
    });
  }, []);
  return List && <List />;
}
