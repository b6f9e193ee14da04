"use client";
import { createContext, type ReactNode, useContext } from "react";
import { useNow } from "#components/ui/relative-time.tsx";
import type { LibraryFilter } from "#core/articles/library.ts";

/** What the address asks for, and the present moment, from which "2 minutes ago" counts. */
export type LibraryView = {
  readonly projectId: string;
  readonly query: string;
  readonly filter: LibraryFilter;
  readonly trash: boolean;
  /** Articles that are listed at the most. */
  readonly limit: number;
  /** Milliseconds since 1970. */
  readonly now: number;
};

const ViewContext = createContext<LibraryView | null>(null);

export function LibraryViewProvider(props: { readonly view: LibraryView; readonly children: ReactNode }) {
  const now = useNow(props.view.now);
  return <ViewContext value={{ ...props.view, now }}>{props.children}</ViewContext>;
}

export function useLibraryView(): LibraryView {
  const view = useContext(ViewContext);
  if (!view) throw new Error("A part of the library stands outside of it");
  return view;
}
