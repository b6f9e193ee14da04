"use client";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { addToast } from "#components/ui/toast-queue.ts";

/** A file that is dropped on a page would take its place: it is refused, and told where articles are brought. */
export function FileRefusal() {
  const t = useTranslations("shell");
  const refuse = useEffectEvent((event: DragEvent) => {
    // Something on the page has taken it already.
    if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") addToast(t("filesToLibrary"));
  });
  useEffect(() => {
    const controller = new AbortController();
    for (const type of ["dragover", "drop"] as const)
      window.addEventListener(type, (event) => refuse(event), { signal: controller.signal });
    return () => controller.abort();
  }, []);
  return null;
}
