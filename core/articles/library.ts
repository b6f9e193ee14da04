/** The library as a list shows it: one row per article, with what its segments add up to. */

import type { ArticleSource, ImportWarning, Permission } from "../importing/parsed-article.ts";
import type { Snippet } from "../text/find-words.ts";
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
  /** Where the words that were searched for stand; null without a search. */
  readonly found: ArticleHits | null;
};

/** A place in a text that holds the words. */
export type TextHit = Snippet & { readonly number: number; readonly side: "source" | "target" };

/** The first places in an article, and in how many segments the words stand; the title apart. */
export type ArticleHits = { readonly hits: readonly TextHit[]; readonly count: number };

export type LibraryPage = {
  readonly articles: readonly LibraryArticle[];
  /** How many there are, listed or not. */
  readonly total: number;
};

/** Articles that are listed at once; more when somebody comes to the end. */
export const libraryPageSize = 50;

export const libraryFilters = ["all", "to-do", "in-progress", "done"] as const;
export type LibraryFilter = (typeof libraryFilters)[number];

export type LibraryQuery = {
  /** Words that titles or texts must hold. */
  readonly query?: string;
  readonly filter?: LibraryFilter;
  /** True for what is in the trash. */
  readonly trash?: boolean;
  /** Articles to list at the most; all when left out. */
  readonly limit?: number;
};

const day = 24 * 3600 * 1000;
const trashDays = 30;

/** Milliseconds that an article stays in the trash. */
export const trashTime = trashDays * day;

/** Days until what went to the trash then is removed for good, the one that has begun included; 0 when they are over. */
export function countDaysLeft(trashedAt: number, now: number): number {
  return Math.min(trashDays, Math.max(0, Math.ceil((trashedAt + trashTime - now) / day)));
}

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

/** How many articles the address asks for; anything else is one page. */
export function parseLibraryLimit(value: unknown): number {
  const asked = Number(value);
  return Number.isSafeInteger(asked) && asked > libraryPageSize ? asked : libraryPageSize;
}
