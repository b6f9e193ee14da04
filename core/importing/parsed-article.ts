/** What a reader makes of bytes: an article in our own model and the list of what it left out. */
import type { Block, SourceSegment } from "../articles/blocks.ts";

/** Where an article's text came from. The preview names it. */
export const articleSources = ["zhihu-file", "pasted-zhihu", "pasted-rich-text", "pasted-text"] as const;
export type ArticleSource = (typeof articleSources)[number];

/** What the people may do with the text; asked for, never invented. */
export const permissions = ["unknown", "private-study", "author-agreed", "open-licence"] as const;
export type Permission = (typeof permissions)[number];

/** `code` has its sentence in `messages`; `text` is that sentence in English, for the command line; `count` is how often. */
export type ImportWarning = { readonly code: string; readonly text: string; readonly count: number };

export type ParsedArticle = {
  readonly source: ArticleSource;
  /** Plain text of the title, null when the file has none (the person is asked). */
  readonly title: string | null;
  readonly sourceUrl: string | null;
  readonly sourceKey: string | null;
  readonly votes: number | null;
  readonly updatedAtText: string | null;
  /** ISO 8601 with +08:00. */
  readonly updatedAt: string | null;
  readonly author: string | null;
  readonly meta: readonly (readonly [string, string])[];
  /** In reading order; the title first when there is one; footnote texts last. */
  readonly segments: readonly SourceSegment[];
  readonly blocks: readonly Block[];
  readonly warnings: readonly ImportWarning[];
};

/** Raised when a better reader should read the kept originals again. */
export const readerVersion = 2;
