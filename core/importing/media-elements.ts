/** Figures, images, videos, code, and what is never taken in. */
import { renderPlainText } from "../articles/inline.ts";
import { type BodyState, type Close, nothing } from "./body-state.ts";
import { cleanText } from "./clean-text.ts";
import type { Container } from "./container.ts";
import { buildPlainContent } from "./inline-builder.ts";
import { addVideo } from "./link-elements.ts";
import { readFormula, readImage } from "./read-image.ts";
import type { Tag } from "./tag.ts";
import { closeContainer, type OpenElement } from "./text-elements.ts";

type FigureContainer = Extract<Container, { type: "figure" }>;

const openFigure: OpenElement = (state, tag) => {
  if (!state.beginBlock()) return () => state.unit?.builder.addBoundary();
  const pid = tag.get("data-pid");
  const container: FigureContainer = { type: "figure", index: null, caption: null, hasCaption: false, pid };
  state.containers.push(container);
  return () => {
    state.endUnit();
    if (container.index === null && state.noscriptSource !== null) addImage(state, null, container);
    if (!container.hasCaption && container.index !== null && container.caption !== null) {
      addCaption(state, container.index, container.caption);
    }
    closeContainer(state, container);
  };
};

const openCaption: OpenElement = (state) => {
  const { container } = state;
  if (state.isFlat || container?.type !== "figure") {
    if (!state.beginBlock()) return () => state.unit?.builder.addBoundary();
    return () => state.endUnit();
  }
  state.beginBlock();
  const unit = state.openUnit({
    kind: "flat",
    splits: false,
    finish: ({ builder }) => {
      const content = builder.finish();
      if (content.length === 0) return;
      container.hasCaption = true;
      const base = { pid: null, parent: state.parent, attributes: {} } as const;
      state.blocks.add({ kind: container.index === null ? "paragraph" : "caption", ...base }, content);
    },
  });
  return () => {
    if (state.unit === unit) state.endUnit();
  };
};

function addCaption(state: BodyState, parent: number, text: string): void {
  const content = buildPlainContent(text, state.warnings);
  if (content.length > 0) state.blocks.add({ kind: "caption", pid: null, parent, attributes: {} }, content);
}

const openImage: OpenElement = (state, tag) => {
  // The picture of a card is no part of its title.
  if (state.links.at(-1)?.isCard) return nothing;
  const formula = readFormula(tag, state.warnings);
  const { container } = state;
  if (formula !== null) state.addFormula(formula);
  else if (container?.type === "figure" && state.unit === null) addImage(state, tag, container);
  else if (state.unit === null || isAtLineStart(state)) addLooseImage(state, tag);
  else addInlineImage(state, tag);
  return nothing;
};

/** In loose text an image on a line of its own is a figure. */
function isAtLineStart(state: BodyState): boolean {
  const { unit } = state;
  return unit?.kind === "loose" && (!unit.builder.hasContent || unit.builder.trailingBreaks > 0);
}

function takeNoscriptSource(state: BodyState): string | null {
  const { noscriptSource } = state;
  state.noscriptSource = null;
  return noscriptSource;
}

/** Adds the image of a figure; a figure with several becomes several. */
function addImage(state: BodyState, tag: Tag | null, container: FigureContainer): void {
  const source = takeNoscriptSource(state);
  const { warnings } = state;
  const attributes = tag
    ? readImage(tag, source, warnings)
    : { src: source, alt: "", width: null, height: null };
  const isFirst = container.index === null;
  container.index = null;
  const pid = isFirst ? state.blocks.takePid(container.pid) : null;
  container.index = state.blocks.add({ kind: "figure", pid, parent: state.parent, attributes });
  container.caption ??= tag?.get("data-caption") ?? null;
}

function addLooseImage(state: BodyState, tag: Tag): void {
  state.beginBlock();
  const attributes = readImage(tag, takeNoscriptSource(state), state.warnings);
  const index = state.blocks.add({ kind: "figure", pid: null, parent: state.parent, attributes });
  addCaption(state, index, tag.get("data-caption") ?? "");
}

function addInlineImage(state: BodyState, tag: Tag): void {
  const attributes = readImage(tag, takeNoscriptSource(state), state.warnings);
  const { alt, src } = attributes;
  const caption = buildPlainContent(tag.get("data-caption") ?? "", state.warnings);
  const unit = state.addPlaceholder({ type: "image", alt: alt === "" ? renderPlainText(caption) : alt, src });
  unit.figures.push({ attributes, caption });
}

/** The twin of a lazy image: everything inside would come twice. Only its image's address may be of use. */
const openNoscript: OpenElement = (state) => state.skip();

/** What is looked at inside a skipped `noscript`. */
export function readSkipped(state: BodyState, tag: Tag, isInNoscript: boolean): void {
  if (!isInNoscript || tag.name !== "img") return;
  const { src } = readImage(tag, null, state.warnings);
  state.noscriptSource ??= src;
}

const openFrame: OpenElement = (state, tag) => {
  if (tag.get("srcdoc") !== null || !addVideo(state, tag.get("src"), tag.get("title") ?? "")) {
    state.warnings.add("element-dropped");
  }
  return state.skip();
};

const openVideo: OpenElement = (state, tag) => {
  const { raw: outer } = state;
  let source: string | null = null;
  const open = (inner: Tag): Close => {
    if (inner.name === "source") source ??= inner.get("src");
    return nothing;
  };
  state.raw = { parts: [], open };
  return () => {
    state.raw = outer;
    const name = tag.get("data-name") ?? tag.get("title") ?? "";
    if (!addVideo(state, tag.get("src") ?? source, name)) state.warnings.add("element-dropped");
  };
};

const openPre: OpenElement = (state, tag) => {
  if (!state.beginBlock()) {
    const close = state.openMark("code");
    return () => {
      close();
      state.unit?.builder.addBoundary();
    };
  }
  return openCodeBlock(state, tag);
};

/** `code` is a block when it names its language and stands outside a unit; else a mark. */
const openCode: OpenElement = (state, tag) => {
  if (tag.get("lang") === null || state.unit !== null) return state.openMark("code");
  return openCodeBlock(state, tag);
};

/** Code is kept as it stands: white space too, colour spans gone. The language is only a guess of the page. */
function openCodeBlock(state: BodyState, tag: Tag): Close {
  const parts: string[] = [];
  let language = findLanguage(tag);
  const open = (inner: Tag): Close => {
    if (inner.name === "br") parts.push("\n");
    if (inner.name === "code") language ??= findLanguage(inner);
    return nothing;
  };
  state.raw = { parts, open };
  return () => {
    state.raw = null;
    const text = cleanText(parts.join(""), state.warnings).replace(/^\n/, "").trimEnd();
    if (text.trim() === "") return;
    state.blocks.add({ kind: "code", pid: null, parent: state.parent, attributes: { language, text } });
  };
}

function findLanguage(tag: Tag): string | null {
  const named = /(?:^|\s)language-([\w+#.-]{1,40})(?:\s|$)/.exec(
    (tag.get("class") ?? "").slice(0, 1_000),
  )?.[1];
  const given = named ?? tag.get("lang");
  return given !== null && /^[\w+#.-]{1,40}$/.test(given) ? given : null;
}

const openDropped: OpenElement = (state) => {
  state.warnings.add("element-dropped");
  return state.skip();
};

const openSilentlyDropped: OpenElement = (state) => state.skip();
const openVoid: OpenElement = () => nothing;

const droppedNames =
  "script style template svg math object embed applet audio canvas frame frameset noembed noframes xmp plaintext " +
  "textarea select datalist portal";
const voidNames = "link meta base basefont param source track col wbr input area keygen command isindex";

export const mediaElements: readonly (readonly [string, OpenElement])[] = [
  ["figure", openFigure],
  ["figcaption", openCaption],
  ["img", openImage],
  ["noscript", openNoscript],
  ["iframe", openFrame],
  ["video", openVideo],
  ["pre", openPre],
  ["listing", openPre],
  ["code", openCode],
  // The title of a saved page's head is not text of the answer.
  ["title", openSilentlyDropped],
  ["map", openSilentlyDropped],
  ...droppedNames.split(" ").map((name) => [name, openDropped] as const),
  ...voidNames.split(" ").map((name) => [name, openVoid] as const),
];
