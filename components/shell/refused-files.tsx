"use client";
import { lazyWhenUsed, useIsUsed } from "#components/ui/lazy-when-used.ts";

const FileRefusal = lazyWhenUsed(
  async () => (await import("#components/shell/file-refusal.tsx")).FileRefusal,
);

/** Refuses files dropped on any page. A drag is a sign of use, too: its code comes before the drop. */
export function RefusedFiles() {
  return useIsUsed() && <FileRefusal />;
}
