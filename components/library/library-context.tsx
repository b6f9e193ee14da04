"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { LibraryFilter } from "#core/articles/library.ts";

/** What the address asks for, and the moment the page was made, from which "2 minutes ago" counts. */
export type LibraryView = {
  readonly projectId: string;
  readonly query: string;
  readonly filter: LibraryFilter;
  readonly trash: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
};

const ViewContext = createContext<LibraryView | null>(null);

export function LibraryViewProvider(props: { readonly view: LibraryView; readonly children: ReactNode }) {
  return <ViewContext value={props.view}>{props.children}</ViewContext>;
}

export function useLibraryView(): LibraryView {
  const view = useContext(ViewContext);
  if (!view) throw new Error("A part of the library stands outside of it");
  return view;
}
