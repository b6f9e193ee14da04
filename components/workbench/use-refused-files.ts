import { useTranslations } from "next-intl";
import { useEffect, useEffectEvent } from "react";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";

/** A file that is dropped would take the place of the page: it is refused, and told where articles are brought. */
export function useRefusedFiles(): void {
  const t = useTranslations("workbench");
  const { say } = useWorkbench();
  const refuse = useEffectEvent((event: DragEvent) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    if (event.type === "drop") say(t("filesToLibrary"));
  });
  useEffect(() => {
    const controller = new AbortController();
    for (const type of ["dragover", "drop"] as const)
      window.addEventListener(type, (event) => refuse(event), { signal: controller.signal });
    return () => controller.abort();
  }, []);
}
