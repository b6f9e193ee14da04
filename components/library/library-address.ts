import type { LibraryView } from "#components/library/library-context.tsx";
import { libraryPageSize } from "#core/articles/library.ts";

/** The address of a view of the library; what is as usual is not said. */
export function buildLibraryAddress(view: Omit<LibraryView, "now">): string {
  const asked = new URLSearchParams();
  if (view.trash) asked.set("trash", "1");
  if (view.query !== "") asked.set("query", view.query);
  if (view.filter !== "all") asked.set("filter", view.filter);
  if (view.limit > libraryPageSize) asked.set("limit", String(view.limit));
  return `/projects/${view.projectId}/library${asked.size === 0 ? "" : `?${asked}`}`;
}
