/** Where a finished paragraph goes: a block of its own, its list item, its quote, or the formula or figures it only held. */
import type { Inline } from "../articles/inline.ts";
import type { BlockList } from "./block-list.ts";
import type { Container } from "./container.ts";
import type { FigureAttributes } from "./read-image.ts";

/** `loose`: text without an element; `piece`: a part of a `p` that a block inside cut off; `last`: a `p` at its end. */
export type ParagraphRole = "loose" | "piece" | "last";

/** Where the reader stands: the blocks so far, the innermost container, and the index of its block. */
export type Place = {
  readonly blocks: BlockList;
  readonly container: Container | null;
  readonly parent: number | null;
};

/** An image in the line: a figure when its paragraph holds nothing else. */
export type InlineFigure = { readonly attributes: FigureAttributes; readonly caption: readonly Inline[] };

export function addParagraph(
  place: Place,
  content: readonly Inline[],
  figures: readonly InlineFigure[],
  pid: string | null,
  role: ParagraphRole,
): void {
  if (content.length === 0) addSpacer(place, pid, role);
  else if (isOnly(content, "formula")) addFormulas(place, content, pid);
  else if (isOnly(content, "image")) addFigures(place, figures, pid);
  else addText(place, content, pid);
}

/** True for content of one kind of placeholder and nothing else that is seen. */
export function isOnly(content: readonly Inline[], type: "formula" | "image"): boolean {
  return content.every(
    (inline) =>
      inline.type === type ||
      inline.type === "break" ||
      (inline.type === "text" && inline.text.trim() === ""),
  );
}

/** An empty paragraph is kept for the round trip; a loose or cut-off nothing is not. */
function addSpacer(place: Place, pid: string | null, role: ParagraphRole): void {
  const isItem = place.container?.type === "item";
  if (role !== "last" || (isItem && pid === null)) return;
  place.blocks.add({ kind: "spacer", pid: place.blocks.takePid(pid), parent: place.parent, attributes: {} });
}

function addFormulas(place: Place, content: readonly Inline[], pid: string | null): void {
  let left = place.blocks.takePid(pid);
  for (const inline of content) {
    if (inline.type !== "formula") continue;
    const { tex } = inline;
    place.blocks.add({ kind: "formula", pid: left, parent: place.parent, attributes: { tex } });
    left = null;
  }
}

function addFigures(place: Place, figures: readonly InlineFigure[], pid: string | null): void {
  let left = place.blocks.takePid(pid);
  for (const { attributes, caption } of figures) {
    const parent = place.blocks.add({ kind: "figure", pid: left, parent: place.parent, attributes });
    if (caption.length > 0) place.blocks.add({ kind: "caption", pid: null, parent, attributes: {} }, caption);
    left = null;
  }
}

function addText(place: Place, content: readonly Inline[], pid: string | null): void {
  const { blocks, container, parent } = place;
  if (container?.type === "item" && blocks.length === container.index + 1) {
    const isFree = blocks.getContent(container.index).length === 0;
    if (isFree) {
      const hasPid = blocks.get(container.index)?.pid !== null;
      blocks.fill(container.index, content, hasPid ? null : blocks.takePid(pid));
      return;
    }
  }
  const own = blocks.takePid(pid);
  if (container?.type === "quote") {
    blocks.add({ kind: "quote", pid: own, parent, attributes: { depth: container.depth } }, content);
  } else blocks.add({ kind: "paragraph", pid: own, parent, attributes: {} }, content);
}
