/**
 * The state of reading a body. At any moment there is at most one unit that takes text: opened by its element
 * (a paragraph, a cell) or by text that stands loose. Containers around it are a stack; nothing here recurses.
 */
import { segmentCharacterLimit } from "../articles/blocks.ts";
import { type SimpleMark, simpleMarks } from "../articles/inline.ts";
import { type Address, parseAddress } from "./address.ts";
import { BlockList } from "./block-list.ts";
import type { Container } from "./container.ts";
import { FootnoteList } from "./footnote-list.ts";
import { InlineBuilder, type NewPlaceholder, type TextStyle } from "./inline-builder.ts";
import { checkLimit } from "./limits.ts";
import { addParagraph, type InlineFigure, type ParagraphRole } from "./paragraphs.ts";
import type { Formula } from "./read-image.ts";
import type { Tag } from "./tag.ts";
import type { WarningLog } from "./warnings.ts";

/** What to do when an element closes. */
export type Close = () => void;
export const nothing: Close = () => {};

export type Unit = {
  readonly builder: InlineBuilder;
  /** `loose`: no element of its own. `paragraph` and `heading` end where a block begins inside them; `flat` never does. */
  readonly kind: "loose" | "paragraph" | "heading" | "flat";
  /** Two line breaks in a row end it and begin another, however short it is. */
  readonly splits: boolean;
  readonly figures: InlineFigure[];
  readonly finish: (unit: Unit, isLast: boolean) => void;
};

/** Text that is taken as it stands: code, a mention's name, a video's title. */
export type RawText = { readonly parts: string[]; readonly open: (tag: Tag) => Close };

export type LinkFrame = { readonly address: Address | null; readonly isCard: boolean; isSplit: boolean };

export class BodyState {
  readonly warnings: WarningLog;
  readonly blocks: BlockList;
  readonly footnotes: FootnoteList;
  readonly containers: Container[] = [];
  readonly links: LinkFrame[] = [];
  unit: Unit | null = null;
  raw: RawText | null = null;
  skipDepth = 0;
  /** Address of an image in `noscript`, for the lazy image after it. */
  noscriptSource: string | null = null;
  #formulas = 0;
  #markCounts = new Map<SimpleMark, number>();
  #style: TextStyle | null = null;

  constructor(warnings: WarningLog) {
    this.warnings = warnings;
    this.blocks = new BlockList(warnings);
    this.footnotes = new FootnoteList(warnings);
  }

  /** The innermost container. */
  get container(): Container | null {
    return this.containers.at(-1) ?? null;
  }

  /** Index of the innermost container's block. */
  get parent(): number | null {
    return this.containers.findLast((each) => each.index !== null)?.index ?? null;
  }

  /** True inside an element whose text is one unit whatever it holds. */
  get isFlat(): boolean {
    return this.unit?.kind === "flat";
  }

  addText(text: string): void {
    if (this.skipDepth > 0) return;
    if (this.raw !== null) this.raw.parts.push(text);
    else if (this.unit !== null || text.trim() !== "") {
      if (this.unit !== null && text.trim() !== "") this.#splitUnit(this.unit);
      this.ensureUnit().builder.addText(text, this.#getStyle());
    }
  }

  /** Adds what is carried over as one piece, as text would come; returns the unit that has it. */
  addPlaceholder(placeholder: NewPlaceholder): Unit {
    if (this.unit !== null) this.#splitUnit(this.unit);
    const unit = this.ensureUnit();
    unit.builder.addPlaceholder(placeholder);
    return unit;
  }

  /** Adds a formula; a displayed one has a line of its own in its unit. */
  addFormula({ tex, isDisplayed }: Formula): void {
    this.#formulas += 1;
    checkLimit("formulas", this.#formulas);
    if (isDisplayed) this.unit?.builder.addBoundary();
    const { builder } = this.addPlaceholder({ type: "formula", tex });
    if (isDisplayed) builder.addBoundary();
  }

  addBreak(): void {
    if (this.raw !== null) this.raw.parts.push("\n");
    else this.unit?.builder.addBreak();
  }

  /** The unit for inline content: the open one, or a new loose one. */
  ensureUnit(): Unit {
    if (this.unit !== null) return this.unit;
    // A plain quote or item is one unit with breaks; loose text elsewhere has only breaks to show its paragraphs.
    const splits = this.container?.type !== "quote" && this.container?.type !== "item";
    return this.openUnit({
      kind: "loose",
      splits,
      finish: (unit) => this.#finishParagraph(unit, null, "loose"),
    });
  }

  openUnit(unit: Pick<Unit, "kind" | "splits" | "finish">): Unit {
    this.endUnit();
    this.unit = { ...unit, builder: new InlineBuilder(this.warnings), figures: [] };
    return this.unit;
  }

  /** Opens the unit of a `p`. The pid goes to its first piece when blocks inside cut it. */
  openParagraph(pid: string | null): Unit {
    let left = pid;
    const finish = (unit: Unit, isLast: boolean) => {
      this.#finishParagraph(unit, left, isLast ? "last" : "piece");
      left = null;
    };
    return this.openUnit({ kind: "paragraph", splits: pid === null, finish });
  }

  /** Ends the open unit, whatever its kind, because a block begins or its element closes. */
  endUnit(isLast = true): void {
    const { unit } = this;
    this.unit = null;
    unit?.finish(unit, isLast);
  }

  /** Makes room for a block: false inside a flat unit, where a block is only the start of a line. */
  beginBlock(): boolean {
    if (this.unit?.kind === "flat") {
      this.unit.builder.addBoundary();
      return false;
    }
    this.endUnit(false);
    return true;
  }

  openMark(mark: SimpleMark): Close {
    this.#countMark(mark, 1);
    return () => this.#countMark(mark, -1);
  }

  /** Opens a link frame; inline text inside carries its address when that is a web address. */
  openLink(tag: Tag, isCard: boolean): LinkFrame {
    const frame = { address: this.readAddress(tag.get("href")), isCard, isSplit: false };
    this.links.push(frame);
    this.#style = null;
    return frame;
  }

  closeLink(): void {
    this.links.pop();
    this.#style = null;
  }

  /** The address of a link, null when there is none or it is refused (which is counted). */
  readAddress(raw: string | null): Address | null {
    if (raw === null || raw.trim() === "") return null;
    const address = parseAddress(raw);
    if (address === null) this.warnings.add("link-refused");
    return address;
  }

  skip(): Close {
    this.skipDepth += 1;
    return () => {
      this.skipDepth -= 1;
    };
  }

  #finishParagraph(unit: Unit, pid: string | null, role: ParagraphRole): void {
    addParagraph(this, unit.builder.finish(), unit.figures, pid, role);
  }

  #splitUnit(unit: Unit): void {
    if (!unit.builder.hasContent || unit.builder.trailingBreaks < 2) return;
    if (!unit.splits && !isTooLong(unit)) return;
    this.endUnit(false);
    if (unit.kind === "paragraph") this.openUnit(unit);
  }

  #countMark(mark: SimpleMark, step: 1 | -1): void {
    this.#markCounts.set(mark, (this.#markCounts.get(mark) ?? 0) + step);
    this.#style = null;
  }

  #getStyle(): TextStyle {
    this.#style ??= {
      marks: simpleMarks.filter((mark) => (this.#markCounts.get(mark) ?? 0) > 0),
      href: this.links.findLast((link) => !link.isCard)?.address?.href ?? null,
    };
    return this.#style;
  }
}

/** What else would stay whole ends at a blank line as well before it is too long to be one segment. */
function isTooLong({ kind, builder }: Unit): boolean {
  return (kind === "loose" || kind === "paragraph") && builder.length > segmentCharacterLimit / 2;
}
