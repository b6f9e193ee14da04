/**
 * Inline content: the text of a segment, source or target, as a flat list of runs and placeholders.
 * This is the one list of what text may hold; the editor's schema, the reader, the Y.Doc and the exports obey it.
 */

/**
 * Version of the text schema. A client with another version may read, not write. Since 2 breaks and placeholders lie
 * inside a Y.XmlText; in 1 they stood between two of them, which is still read.
 */
export const textSchemaVersion = 2;

/** Marks without attributes, in canonical order. `link` comes after them and carries `href`. */
export const simpleMarks = [
  "bold",
  "italic",
  "underline",
  "strike",
  "superscript",
  "subscript",
  "code",
] as const;
export type SimpleMark = (typeof simpleMarks)[number];

export type TextRun = {
  readonly type: "text";
  readonly text: string;
  /** In the order of `simpleMarks`, absent when there are none. */
  readonly marks?: readonly SimpleMark[];
  /** Absolute http or https URL, absent when the run is no link. */
  readonly href?: string;
};

/** A line break inside a segment. */
export type LineBreak = { readonly type: "break" };

/**
 * Placeholders stand for what is carried over and not translated. `id` is unique in its segment
 * ("f1", "n1", "m1", "i1": kind letter and number by order in the source).
 */
export type Placeholder =
  | { readonly type: "formula"; readonly id: string; readonly tex: string }
  | { readonly type: "footnote"; readonly id: string; readonly number: number }
  | { readonly type: "mention"; readonly id: string; readonly name: string }
  | { readonly type: "image"; readonly id: string; readonly alt: string; readonly src: string | null };

export type Inline = TextRun | LineBreak | Placeholder;

export const placeholderTypes = ["formula", "footnote", "mention", "image"] as const;

/** True for what is carried over as one piece. */
export function isPlaceholder(inline: Inline): inline is Placeholder {
  return inline.type !== "text" && inline.type !== "break";
}

/**
 * Plain text of inline content: formulas as TeX between `$`, footnote marks as `[n]`, breaks as `\n`,
 * mentions by their name, images by their alternative text.
 */
export function renderPlainText(content: readonly Inline[]): string {
  return content.map(renderInlineText).join("");
}

function renderInlineText(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return inline.text;
    case "break":
      return "\n";
    case "formula":
      return `$${inline.tex}$`;
    case "footnote":
      return `[${inline.number}]`;
    case "mention":
      return inline.name;
    case "image":
      return inline.alt;
  }
}
