/** The library as a list shows it: one row per article, with what its segments add up to. */
import type { ArticleSource, ImportWarning, Permission } from "../importing/parsed-article.ts";
import { type Progress, segmentStates } from "./states.ts";

export type LibraryArticle = {
  readonly id: string;
  readonly title: string;
  /** Plain text of the title's translation; empty when there is none yet. */
  readonly targetTitle: string;
  readonly source: ArticleSource;
  readonly sourceUrl: string | null;
  readonly author: string | null;
  readonly permission: Permission;
  /** When the source was last changed, ISO 8601 with +08:00. */
  readonly date: string | null;
  readonly segmentCount: number;
  readonly progress: Progress;
  /** `getProgressPercent(progress)`. */
  readonly percent: number;
  /** Milliseconds since 1970. */
  readonly changedAt: number;
  readonly isSample: boolean;
  readonly warnings: readonly ImportWarning[];
  /** Milliseconds since 1970; null while it is in the library. */
  readonly trashedAt: number | null;
};

export const libraryFilters = ["all", "to-do", "in-progress", "done"] as const;
export type LibraryFilter = (typeof libraryFilters)[number];

export type LibraryQuery = {
  /** Words that titles or texts must hold. */
  readonly query?: string;
  readonly filter?: LibraryFilter;
  /** True for what is in the trash. */
  readonly trash?: boolean;
};

/** True when an article this far done belongs under the filter: nothing done, everything done, or between. */
export function matchesFilter(progress: Progress, filter: LibraryFilter): boolean {
  if (filter === "all") return true;
  const total = segmentStates.reduce((sum, state) => sum + progress[state].segments, 0);
  const isDone = progress.translated.segments + progress.approved.segments === total;
  const isUntouched = progress.untranslated.segments === total;
  if (filter === "done") return isDone;
  if (filter === "to-do") return isUntouched && !isDone;
  return !isDone && !isUntouched;
}

/** A filter by its name in the address; anything else is "all". */
export function parseLibraryFilter(value: unknown): LibraryFilter {
  return libraryFilters.find((each) => each === value) ?? "all";
}
