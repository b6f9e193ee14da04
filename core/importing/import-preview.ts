/** What the reader found in an upload, shown before anything is kept. */
import type { ArticleSource, ImportWarning, Permission } from "./parsed-article.ts";

export type ImportPreview = {
  /** Names the upload until it is kept or discarded. */
  readonly token: string;
  readonly source: ArticleSource;
  /** Null when the file has none and the person is asked. */
  readonly title: string | null;
  readonly sourceUrl: string | null;
  readonly segmentCount: number;
  readonly warnings: readonly ImportWarning[];
  /** The article that this one is already kept as. */
  readonly existing: { readonly id: string; readonly title: string; readonly inTrash: boolean } | null;
  /** Plain text of the first few segments. */
  readonly firstSegments: readonly string[];
};

/** What the person adds. The title only when the file has none. */
export type ImportFields = {
  readonly title?: string;
  readonly author: string | null;
  readonly permission: Permission;
};
