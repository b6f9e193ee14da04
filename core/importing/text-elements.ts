/** Paragraphs, headings, quotes, lists and inline marks. */
import type { SimpleMark } from "../articles/inline.ts";
import { type BodyState, type Close, nothing, type Unit } from "./body-state.ts";
import type { Container } from "./container.ts";
import { addParagraph, isOnly } from "./paragraphs.ts";
import type { Tag } from "./tag.ts";

export type OpenElement = (state: BodyState, tag: Tag) => Close;

/** A plain block element: what is inside begins and ends on lines of its own. */
export const openBoundary: OpenElement = (state) => {
  const end = () => {
    if (state.unit?.kind === "loose") state.endUnit();
    else if (state.unit?.kind === "flat" || state.unit?.kind === "heading") state.unit.builder.addBoundary();
  };
  if (state.unit?.kind === "paragraph") state.endUnit(false);
  end();
  return end;
};

/** Ends a unit at its own closing tag; when a block inside cut it, what stands loose after that block ends too. */
function endOwn(state: BodyState, unit: Unit): Close {
  return () => {
    const { unit: open } = state;
    if (open === null) return;
    // After a cut the pieces share `finish`; anything left open is the tail of this element.
    state.endUnit(open === unit || open.kind === unit.kind);
  };
}

const openParagraph: OpenElement = (state, tag) => {
  if (!state.beginBlock()) return () => state.unit?.builder.addBoundary();
  return endOwn(state, state.openParagraph(tag.get("data-pid")));
};

const openHeading: OpenElement = (state, tag) => {
  if (!state.beginBlock()) return () => state.unit?.builder.addBoundary();
  const level = tag.name === "h1" || tag.name === "h2" ? 2 : 3;
  const finish = (unit: Unit) => {
    const content = unit.builder.finish();
    const pid = tag.get("data-pid");
    if (content.length === 0 || isOnly(content, "image") || isOnly(content, "formula")) {
      addParagraph(state, content, unit.figures, pid, "piece");
      return;
    }
    const attributes = { level } as const;
    state.blocks.add(
      { kind: "heading", pid: state.blocks.takePid(pid), parent: state.parent, attributes },
      content,
    );
  };
  return endOwn(state, state.openUnit({ kind: "heading", splits: false, finish }));
};

const openQuote: OpenElement = (state, tag) => {
  if (!state.beginBlock()) return () => state.unit?.builder.addBoundary();
  const depth = state.containers.filter((each) => each.type === "quote").length;
  const pid = state.blocks.takePid(tag.get("data-pid"));
  const index = state.blocks.add({ kind: "quote", pid, parent: state.parent, attributes: { depth } });
  const container: Container = { type: "quote", index, depth };
  state.containers.push(container);
  return () => {
    const isPlain = state.unit?.kind === "loose" && state.blocks.length === index + 1;
    state.endUnit();
    closeContainer(state, container);
    if (isPlain) foldQuote(state, index);
  };
};

/** A quote of nothing but text is its own unit: the text moves from its only child to the quote. */
function foldQuote(state: BodyState, index: number): void {
  const child = state.blocks.get(index + 1);
  if (state.blocks.length !== index + 2 || child?.kind !== "quote") return;
  const content = state.blocks.getContent(index + 1);
  state.blocks.removeLast();
  state.blocks.fill(index, content, null);
}

/** Takes a container off the stack, with any left open inside it. */
export function closeContainer(state: BodyState, container: Container): void {
  const at = state.containers.lastIndexOf(container);
  if (at !== -1) state.containers.length = at;
}

const openList: OpenElement = (state, tag) => {
  if (!state.beginBlock()) return () => state.unit?.builder.addBoundary();
  const ordered = tag.name === "ol";
  const start = ordered ? (tag.getNumber("start") ?? 1) : 1;
  const lists = state.containers.filter((each) => each.type === "list");
  // A list inside an item belongs to the item's list, as does one that stands among the items.
  const isNested = state.container?.type === "item" || state.container?.type === "list";
  const parent = isNested ? (lists.at(-1)?.index ?? null) : state.parent;
  const index = state.blocks.add({ kind: "list", pid: null, parent, attributes: { ordered, start } });
  const container: Container = { type: "list", index, depth: lists.length, ordered, next: start };
  state.containers.push(container);
  return () => {
    state.endUnit();
    closeContainer(state, container);
  };
};

const openItem: OpenElement = (state, tag) => {
  const list = state.container;
  if (state.isFlat || list?.type !== "list") return openBoundary(state, tag);
  state.beginBlock();
  const ordinal = list.ordered ? (tag.getNumber("value") ?? list.next) : null;
  list.next = (ordinal ?? list.next) + 1;
  const pid = state.blocks.takePid(tag.get("data-pid"));
  const attributes = { depth: list.depth, ordinal };
  const index = state.blocks.add({ kind: "list-item", pid, parent: list.index, attributes });
  const container: Container = { type: "item", index };
  state.containers.push(container);
  return () => {
    state.endUnit();
    closeContainer(state, container);
  };
};

const openDivider: OpenElement = (state) => {
  if (state.beginBlock())
    state.blocks.add({ kind: "divider", pid: null, parent: state.parent, attributes: {} });
  return nothing;
};

const openBreak: OpenElement = (state) => {
  state.addBreak();
  return nothing;
};

const openNothing: OpenElement = () => nothing;

const openMark =
  (mark: SimpleMark): OpenElement =>
  (state) =>
    state.openMark(mark);

/** Zhihu's search puts `em` around hits; those say nothing about the text. */
const openEmphasis: OpenElement = (state, tag) =>
  tag.hasClass("highlight") ? nothing : state.openMark("italic");

const boundaryNames =
  "html head body div section article main header footer nav aside address form fieldset legend details summary " +
  "dialog dl dt dd center hgroup search menu";
const inlineNames =
  "font small big abbr cite time label mark ruby rb rt rp rtc q kbd samp var dfn bdi bdo acronym data output meter " +
  "progress button option optgroup nobr colgroup picture";

export const textElements: readonly (readonly [string, OpenElement])[] = [
  ["p", openParagraph],
  ["h1", openHeading],
  ["h2", openHeading],
  ["h3", openHeading],
  ["h4", openHeading],
  ["h5", openHeading],
  ["h6", openHeading],
  ["blockquote", openQuote],
  ["ul", openList],
  ["ol", openList],
  ["li", openItem],
  ["hr", openDivider],
  ["br", openBreak],
  ["b", openMark("bold")],
  ["strong", openMark("bold")],
  ["i", openMark("italic")],
  ["em", openEmphasis],
  ["u", openMark("underline")],
  ["ins", openMark("underline")],
  ["s", openMark("strike")],
  ["del", openMark("strike")],
  ["strike", openMark("strike")],
  ["sub", openMark("subscript")],
  ["tt", openMark("code")],
  ...boundaryNames.split(" ").map((name) => [name, openBoundary] as const),
  ...inlineNames.split(" ").map((name) => [name, openNothing] as const),
];
