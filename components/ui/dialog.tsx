"use client";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";

/** A dialog in the middle, as long as it is rendered; on a narrow screen a sheet from below. */
export const Dialog = lazyWhenUsed(
  async () => (await import("#components/ui/dialog-window.tsx")).DialogWindow,
);
