/** Collects the inline content of one unit as its pieces arrive, and finishes it into clean runs. */
import type { Inline, Placeholder, SimpleMark, TextRun } from "../articles/inline.ts";
import { cleanText } from "./clean-text.ts";
import { collapseSpace } from "./collapse-space.ts";
import { tidyRuns } from "./tidy-runs.ts";
import { WarningLog } from "./warnings.ts";

export type TextStyle = { readonly marks: readonly SimpleMark[]; readonly href: string | null };

export const plainStyle: TextStyle = { marks: [], href: null };

/** A placeholder before it has its id in the unit. */
export type NewPlaceholder = Placeholder extends infer Kind
  ? Kind extends Placeholder
    ? Omit<Kind, "id">
    : never
  : never;

const idLetters = { formula: "f", footnote: "n", mention: "m", image: "i" } as const;

export class InlineBuilder {
  readonly #warnings: WarningLog;
  readonly #pieces: Inline[] = [];
  readonly #ordinals = new Map<string, number>();
  /** Text that arrived in the same style, joined late: entities cut text into many pieces. */
  #parts: string[] = [];
  #style: TextStyle = plainStyle;
  #hasContent = false;
  #isBoundary = false;
  #trailingBreaks = 0;
  #length = 0;

  constructor(warnings: WarningLog) {
    this.#warnings = warnings;
  }

  /** True once something visible arrived. */
  get hasContent(): boolean {
    return this.#hasContent;
  }

  /** Breaks since the last visible thing. */
  get trailingBreaks(): number {
    return this.#trailingBreaks;
  }

  /** Characters of text that arrived. */
  get length(): number {
    return this.#length;
  }

  addText(text: string, style: TextStyle): void {
    this.#length += text.length;
    if (text.trim() !== "") this.#beginVisible();
    if (!isSameStyle(style, this.#style)) {
      this.#endRun();
      this.#style = style;
    }
    this.#parts.push(text);
  }

  addBreak(): void {
    this.#endRun();
    this.#pieces.push({ type: "break" });
    this.#trailingBreaks += 1;
    this.#isBoundary = false;
  }

  /** The edge of a block inside a unit that cannot hold blocks: what follows starts on a new line. */
  addBoundary(): void {
    if (this.#hasContent && this.#trailingBreaks === 0) this.#isBoundary = true;
  }

  /** Adds a placeholder and gives it the next id of its kind. */
  addPlaceholder(placeholder: NewPlaceholder): void {
    this.#beginVisible();
    this.#endRun();
    const ordinal = (this.#ordinals.get(placeholder.type) ?? 0) + 1;
    this.#ordinals.set(placeholder.type, ordinal);
    this.#pieces.push({ ...placeholder, id: `${idLetters[placeholder.type]}${ordinal}` });
  }

  /** The finished content: cleaned, white space as HTML shows it, marks tidy; empty when nothing is visible. */
  finish(): Inline[] {
    this.#endRun();
    const clean = this.#pieces.map((piece) =>
      piece.type === "text" ? { ...piece, text: cleanText(piece.text, this.#warnings) } : piece,
    );
    return tidyRuns(collapseSpace(clean));
  }

  /** What arrived, line by line, with the indents of no-break spaces that `finish` takes away: for code. */
  renderCode(): string {
    this.#endRun();
    const text = this.#pieces
      .map((piece) => (piece.type === "text" ? piece.text.replace(/[ \t\n\r\f]+/g, " ") : "\n"))
      .join("");
    const lines = text.split("\n").map((line) => line.replace(/^ /, "").replaceAll("\u00a0", " ").trimEnd());
    // `finish` has counted what is cleaned away.
    return cleanText(lines.join("\n"), new WarningLog()).trimEnd();
  }

  #beginVisible(): void {
    if (this.#isBoundary) this.addBreak();
    this.#hasContent = true;
    this.#trailingBreaks = 0;
  }

  #endRun(): void {
    const text = this.#parts.join("");
    this.#parts = [];
    if (text !== "") this.#pieces.push(buildRun(text, this.#style));
  }
}

/** The content of a text that has no markup, such as an attribute. */
export function buildPlainContent(text: string, warnings: WarningLog): Inline[] {
  const builder = new InlineBuilder(warnings);
  builder.addText(text, plainStyle);
  return builder.finish();
}

function buildRun(text: string, style: TextStyle): TextRun {
  return {
    type: "text",
    text,
    ...(style.marks.length > 0 ? { marks: style.marks } : {}),
    ...(style.href !== null ? { href: style.href } : {}),
  };
}

function isSameStyle(a: TextStyle, b: TextStyle): boolean {
  return a === b || (a.href === b.href && a.marks.join() === b.marks.join());
}
