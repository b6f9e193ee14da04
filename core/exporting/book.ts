/** The pure tree that every export format renders. Pairs are aligned segments with the numbers of the editor. */

import type { SegmentKind } from "../articles/blocks.ts";
import type { Inline } from "../articles/inline.ts";
import type { SegmentState } from "../articles/states.ts";

/** Where a piece stands: in a quote or not, and in which item of a list. */
export type BookPlace = {
  readonly isQuoted: boolean;
  /** `depth` from 0. `isFirst` where the item begins: there stands its number, or its dot where `ordinal` is null. */
  readonly item: {
    readonly depth: number;
    readonly ordinal: number | null;
    readonly isFirst: boolean;
  } | null;
};

export type BookPair = BookPlace & {
  readonly type: "pair";
  readonly number: number;
  readonly kind: SegmentKind;
  readonly state: SegmentState;
  readonly source: readonly Inline[];
  /** Empty when untranslated. */
  readonly target: readonly Inline[];
  /** Heading level and card address: what the look needs, null where it does not apply. */
  readonly level: 2 | 3 | null;
  readonly href: string | null;
};

/** A reference note; the marks that call it carry the same `footnote`, its printed number. `pair` is null without words. */
export type BookNote = {
  readonly footnote: number;
  readonly href: string | null;
  readonly pair: BookPair | null;
};

/** A cell with text. `row` and `column` from 0. An item that begins with a table begins with the table, not with a cell. */
export type BookCell = BookPair & {
  readonly row: number;
  readonly column: number;
  readonly isHeader: boolean;
};

/** Rows in reading order, each with its cells from left to right; empty cells are left out, empty rows too. */
export type BookTable = BookPlace & {
  readonly type: "table";
  readonly columns: number;
  readonly rows: readonly (readonly BookCell[])[];
};

export type BookPiece =
  | BookPair
  | BookTable
  | { readonly type: "divider" }
  | (BookPlace & { readonly type: "code"; readonly language: string | null; readonly text: string })
  | (BookPlace & { readonly type: "formula"; readonly tex: string })
  /** Neither pictures nor videos are fetched: their words and address stand for them. A card without a title is one too. */
  | (BookPlace & { readonly type: "figure"; readonly alt: string; readonly src: string | null });

export type BilingualBook = {
  readonly title: readonly Inline[];
  readonly targetTitle: readonly Inline[];
  readonly plainTitle: string;
  readonly author: string | null;
  readonly sourceUrl: string | null;
  /** ISO date of the source, null when unknown. */
  readonly sourceDate: string | null;
  readonly translators: readonly string[];
  readonly reviewers: readonly string[];
  readonly permission: "unknown" | "private-study" | "author-agreed" | "open-licence";
  /** The day of the last change to what is printed, YYYY-MM-DD. */
  readonly editionDate: string;
  /** Of the segments, the title among them, how many have a translation. */
  readonly progress: { readonly translated: number; readonly segments: number };
  readonly pieces: readonly BookPiece[];
  /** By their numbers. */
  readonly notes: readonly BookNote[];
};
