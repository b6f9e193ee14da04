/** Where a finished paragraph goes: a block of its own, its list item, its quote, or the formula or figures it only held. */
import type { Inline } from "../articles/inline.ts";
import type { BodyState } from "./body-state.ts";
import type { FigureAttributes } from "./read-image.ts";

/** `loose`: text without an element; `piece`: a part of a `p` that a block inside cut off; `last`: a `p` at its end. */
export type ParagraphRole = "loose" | "piece" | "last";

export function addParagraph(
  state: BodyState,
  content: readonly Inline[],
  figures: readonly FigureAttributes[],
  pid: string | null,
  role: ParagraphRole,
): void {
  if (content.length === 0) addSpacer(state, pid, role);
  else if (isOnly(content, "formula")) addFormulas(state, content, pid);
  else if (isOnly(content, "image")) addFigures(state, figures, pid);
  else addText(state, content, pid);
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
function addSpacer(state: BodyState, pid: string | null, role: ParagraphRole): void {
  const isItem = state.container?.type === "item";
  if (role !== "last" || (isItem && pid === null)) return;
  state.blocks.add({ kind: "spacer", pid: state.blocks.takePid(pid), parent: state.parent, attributes: {} });
}

function addFormulas(state: BodyState, content: readonly Inline[], pid: string | null): void {
  let left = state.blocks.takePid(pid);
  for (const inline of content) {
    if (inline.type !== "formula") continue;
    const { tex } = inline;
    state.blocks.add({ kind: "formula", pid: left, parent: state.parent, attributes: { tex } });
    left = null;
  }
}

function addFigures(state: BodyState, figures: readonly FigureAttributes[], pid: string | null): void {
  let left = state.blocks.takePid(pid);
  for (const attributes of figures) {
    state.blocks.add({ kind: "figure", pid: left, parent: state.parent, attributes });
    left = null;
  }
}

function addText(state: BodyState, content: readonly Inline[], pid: string | null): void {
  const { blocks, container, parent } = state;
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
