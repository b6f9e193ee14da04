/** The blocks of one article as they are found, each with its text; segments are numbered when all are known. */
import type { Block, SegmentKind, SourceSegment } from "../articles/blocks.ts";
import { type Inline, renderPlainText } from "../articles/inline.ts";
import { checkLimit } from "./limits.ts";
import type { WarningLog } from "./warnings.ts";

type WithoutSegment<Kind> = Kind extends Block ? Omit<Kind, "segment"> : never;

/** A block before its segment has a number. */
export type DraftBlock = WithoutSegment<Block>;

type Draft = { block: DraftBlock; content: readonly Inline[] };

const segmentKindOf: Partial<Record<Block["kind"], SegmentKind>> = {
  paragraph: "paragraph",
  heading: "heading",
  "list-item": "list-item",
  quote: "quote",
  caption: "caption",
  "table-cell": "table-cell",
  "link-card": "link-card",
  video: "video",
  footnote: "footnote",
};

export class BlockList {
  readonly #drafts: Draft[] = [];
  readonly #pids = new Set<string>();
  readonly #warnings: WarningLog;

  constructor(warnings: WarningLog) {
    this.#warnings = warnings;
  }

  get length(): number {
    return this.#drafts.length;
  }

  /** Adds a block and its text (empty: no segment); returns its index. */
  add(block: DraftBlock, content: readonly Inline[] = []): number {
    checkLimit("characters", countCharacters(content));
    return this.#drafts.push({ block, content }) - 1;
  }

  /** Gives a block its text afterwards; its pid too when it has none yet. */
  fill(index: number, content: readonly Inline[], pid: string | null): void {
    const draft = this.#drafts[index];
    if (draft === undefined) return;
    checkLimit("characters", countCharacters(content));
    draft.content = content;
    draft.block = { ...draft.block, pid: draft.block.pid ?? pid };
  }

  /** Replaces a block's attributes once they are known (size of a table, source of a figure). */
  replace(index: number, block: DraftBlock): void {
    const draft = this.#drafts[index];
    if (draft !== undefined) draft.block = block;
  }

  get(index: number): DraftBlock | undefined {
    return this.#drafts[index]?.block;
  }

  getContent(index: number): readonly Inline[] {
    return this.#drafts[index]?.content ?? [];
  }

  /** Takes the last block away again. */
  removeLast(): void {
    this.#drafts.pop();
  }

  /** The words of a heading above all else, which is taken away. Null where there is none, or nothing else. */
  takeHeading(): string | null {
    const first = this.#drafts[0];
    if (first?.block.kind !== "heading" || this.#drafts.length === 1) return null;
    if (first.content.some(({ type }) => type !== "text")) return null;
    this.#drafts.shift();
    for (const draft of this.#drafts) {
      const { parent } = draft.block;
      draft.block = { ...draft.block, parent: parent === null ? null : parent - 1 };
    }
    return renderPlainText(first.content);
  }

  /** The pid to keep: null for an impossible one and for one that an earlier block has (compared byte for byte). */
  takePid(raw: string | null): string | null {
    if (raw === null || raw === "") return null;
    if (!/^[A-Za-z0-9_-]{1,64}$/.test(raw)) {
      this.#warnings.add("pid-refused");
      return null;
    }
    if (this.#pids.has(raw)) {
      this.#warnings.add("duplicate-pid");
      return null;
    }
    this.#pids.add(raw);
    return raw;
  }

  /** Blocks and segments with their indexes into each other; the title, when there is one, is segment 0. */
  finish(title: string | null): { blocks: Block[]; segments: SourceSegment[] } {
    const segments: SourceSegment[] = [];
    if (title !== null) segments.push(buildSegment("title", null, null, [{ type: "text", text: title }]));
    const blocks = this.#drafts.map(({ block, content }, index) => {
      const kind = segmentKindOf[block.kind];
      // A picture without a description is nothing to translate.
      const isBlank = renderPlainText(content).trim() === "";
      const segment = kind === undefined || isBlank ? null : segments.length;
      if (kind !== undefined && segment !== null)
        segments.push(buildSegment(kind, block.pid, index, content));
      // A draft is a block without this one field; the spread of a union loses that.
      return { ...block, segment } as Block;
    });
    checkLimit("segments", segments.length);
    return { blocks, segments };
  }
}

function buildSegment(
  kind: SegmentKind,
  pid: string | null,
  block: number | null,
  content: readonly Inline[],
): SourceSegment {
  return { kind, pid, block, content, text: renderPlainText(content) };
}

function countCharacters(content: readonly Inline[]): number {
  return content.length === 0 ? 0 : renderPlainText(content).length;
}
