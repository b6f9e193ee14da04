"use client";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";

/** In the place of an article that lies in the trash. Its code is no part of an article that opens. */
export const TrashedArticle = lazyWhenUsed(
  async () => (await import("#components/workbench/trashed-screen.tsx")).TrashedScreen,
);
