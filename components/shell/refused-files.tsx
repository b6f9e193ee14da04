"use client";
import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { addToast } from "#components/ui/toast-queue.ts";

/**
 * A file that is dropped on a page would take its place: it is refused, and told where articles are brought. No part of
 * this comes later: the first drag may be the first use of the page, and a hand is faster than code on its way.
 */
export function RefusedFiles() {
  const t = useTranslations("shell");
  const refuse = useEffectEvent((event: DragEvent) => {
    // Something on the page has taken it already.
    if (event.defaultPrevented || !event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") addToast(t("filesToLibrary"));
  });
  useEffect(() => {
    const listener = (event: DragEvent) => refuse(event);
    window.addEventListener("dragover", listener);
    window.addEventListener("drop", listener);
    return () => {
      window.removeEventListener("dragover", listener);
      window.removeEventListener("drop", listener);
    };
  }, []);
  return null;
}
