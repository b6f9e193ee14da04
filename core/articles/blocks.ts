/** Blocks and segments: the structure of an article's source, in reading order, and its text to translate. */
import type { Inline } from "./inline.ts";

export const segmentKinds = [
  "title",
  "paragraph",
  "heading",
  "list-item",
  "quote",
  "caption",
  "table-cell",
  "link-card",
  "video",
  "footnote",
] as const;
export type SegmentKind = (typeof segmentKinds)[number];

/**
 * One piece of structure. `parent` is the index of the container in the article's list of blocks
 * (list of a list item, outer list of a list, table of a cell, figure of a caption, quote of its paragraphs), null at the top.
 * `segment` is the index of its text in the list of segments, null when it has none.
 */
type Base<Kind extends string, Attributes> = {
  readonly kind: Kind;
  readonly pid: string | null;
  readonly parent: number | null;
  readonly segment: number | null;
  readonly attributes: Attributes;
};

type Nothing = Record<string, never>;

export type Block =
  | Base<"paragraph", Nothing>
  | Base<"heading", { readonly level: 2 | 3 }>
  | Base<"list", { readonly ordered: boolean; readonly start: number }>
  /** `depth` from 0; `ordinal` is the printed number in an ordered list, null in an unordered one. */
  | Base<"list-item", { readonly depth: number; readonly ordinal: number | null }>
  | Base<"quote", { readonly depth: number }>
  /** `src` is the address in the original file: kept, never fetched. Sizes in CSS pixels. */
  | Base<
      "figure",
      {
        readonly src: string | null;
        readonly alt: string;
        readonly width: number | null;
        readonly height: number | null;
      }
    >
  | Base<"caption", Nothing>
  | Base<"formula", { readonly tex: string }>
  | Base<"code", { readonly language: string | null; readonly text: string }>
  | Base<"table", { readonly rows: number; readonly columns: number }>
  /** `row` and `column` from 0. An empty cell has no segment. */
  | Base<"table-cell", { readonly row: number; readonly column: number; readonly header: boolean }>
  /** `href` is null when the address was refused; `host` is for people. */
  | Base<"link-card", { readonly href: string | null; readonly host: string | null }>
  | Base<"video", { readonly href: string | null; readonly host: string | null }>
  | Base<"footnote", { readonly number: number; readonly href: string | null }>
  | Base<"divider", Nothing>
  | Base<"spacer", Nothing>;

/** Text to translate as a reader found it. `block` is the index of its block; null for the title. */
export type SourceSegment = {
  readonly kind: SegmentKind;
  readonly pid: string | null;
  readonly block: number | null;
  readonly content: readonly Inline[];
  /** `renderPlainText(content)`. */
  readonly text: string;
};

/** Characters of one segment's source or target at the most. */
export const segmentCharacterLimit = 20_000;
/** Segments of one article at the most. */
export const articleSegmentLimit = 20_000;
/** Segments that share one Y.Doc at the most. */
export const partSize = 500;

/** The part (from 0) that holds the segment with this number (from 1). */
export function getPartIndex(number: number): number {
  return Math.floor((number - 1) / partSize);
}
