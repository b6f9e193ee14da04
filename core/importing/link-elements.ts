/** What Zhihu writes as links: plain ones, cards, adverts, videos, mentions, and the marks of reference notes. */
import { isAddressText } from "./address.ts";
import { type BodyState, type Close, nothing, type Unit } from "./body-state.ts";
import { cleanText } from "./clean-text.ts";
import { buildPlainContent } from "./inline-builder.ts";
import { readFormula } from "./read-image.ts";
import type { Tag } from "./tag.ts";
import type { OpenElement } from "./text-elements.ts";

const openAnchor: OpenElement = (state, tag) => {
  const type = tag.get("data-draft-type");
  if (type === "mcn-link-card" || tag.get("data-mcn-id") !== null) {
    state.warnings.add("ad-dropped");
    return state.skip();
  }
  if (type === "link-card") return openCard(state, tag);
  if (type === "file-link-card") return openFileCard(state);
  if (tag.hasClass("video-box")) return openVideoBox(state, tag);
  if (tag.hasClass("member_mention")) return openMention(state);
  state.openLink(tag, false);
  return () => state.closeLink();
};

/** A card is a block beside the paragraphs. Its title is a unit, unless it only repeats the address. */
function openCard(state: BodyState, tag: Tag): Close {
  if (!state.beginBlock()) return openPlainLink(state, tag);
  const link = state.openLink(tag, true);
  const finish = (unit: Unit) => {
    const given = unit.builder.finish();
    const title = given.length > 0 ? given : buildPlainContent(tag.get("data-text") ?? "", state.warnings);
    const text = title.map((inline) => (inline.type === "text" ? inline.text : "")).join("");
    const { href, host } = link.address ?? { href: null, host: null };
    if (title.length === 0 && href === null) return;
    const hasTitle = !link.isSplit && !isAddressText(text, host);
    const block = { kind: "link-card", pid: null, parent: state.parent, attributes: { href, host } } as const;
    state.blocks.add(block, hasTitle ? title : []);
  };
  state.openUnit({ kind: "flat", splits: false, finish });
  return () => {
    state.closeLink();
    state.endUnit();
  };
}

function openPlainLink(state: BodyState, tag: Tag): Close {
  state.openLink(tag, false);
  return () => state.closeLink();
}

/** A file cannot be taken along: its name stays as text. */
function openFileCard(state: BodyState): Close {
  if (!state.beginBlock()) return nothing;
  return () => state.endUnit();
}

/** A video: its title from `data-name`, else from inside; the inner address text would double the link. */
function openVideoBox(state: BodyState, tag: Tag): Close {
  const { raw: outer } = state;
  const parts: string[] = [];
  state.raw = { parts, open: (inner) => (inner.hasClass("url") ? state.skip() : nothing) };
  return () => {
    state.raw = outer;
    const name = tag.get("data-name")?.trim() ?? "";
    addVideo(state, tag.get("href") ?? tag.get("data-src"), name === "" ? parts.join("") : name);
  };
}

/** Adds a video block with its title; inside a unit that holds no blocks, its title as a link. False when nothing is left. */
export function addVideo(state: BodyState, rawHref: string | null, name: string): boolean {
  const address = state.readAddress(rawHref);
  const { href, host } = address ?? { href: null, host: null };
  const title = isAddressText(name, host) ? [] : buildPlainContent(name, state.warnings);
  if (address === null && title.length === 0) return false;
  if (state.beginBlock()) {
    state.blocks.add({ kind: "video", pid: null, parent: state.parent, attributes: { href, host } }, title);
  } else {
    const text = title.map((inline) => (inline.type === "text" ? inline.text : "")).join("");
    state.unit?.builder.addText(text === "" ? (host ?? "") : text, { marks: [], href });
  }
  return true;
}

/** A mention keeps the name only: the profile's hash is personal data. */
function openMention(state: BodyState): Close {
  const { raw: outer } = state;
  const parts: string[] = [];
  state.raw = { parts, open: () => nothing };
  return () => {
    state.raw = outer;
    const name = cleanText(parts.join(""), state.warnings).replace(/\s+/g, " ").trim();
    if (name !== "") state.addPlaceholder({ type: "mention", name });
  };
}

/** Spans that show an address in cut pieces give way to the address itself; a formula span of a saved page to its TeX. */
const openSpan: OpenElement = (state, tag) => {
  if (tag.get("data-tex") !== null) return openTexSpan(state, tag);
  const link = state.links.at(-1);
  const isPiece = ["invisible", "visible", "ellipsis"].some((name) => tag.hasClass(name));
  if (link === undefined || !isPiece) return nothing;
  const isFirst = !link.isSplit;
  link.isSplit = true;
  if (link.address === null) return nothing;
  if (isFirst && !link.isCard) state.addText(link.address.href);
  return state.skip();
};

function openTexSpan(state: BodyState, tag: Tag): Close {
  const formula = readFormula(tag, state.warnings);
  if (formula !== null) state.addFormula(formula);
  return state.skip();
}

/** A reference mark becomes a placeholder; its inner "[1]" is dropped. */
const openSup: OpenElement = (state, tag) => {
  if (tag.get("data-draft-type") !== "reference") return state.openMark("superscript");
  state.addPlaceholder({ type: "footnote", number: state.footnotes.take(tag) });
  return state.skip();
};

export const linkElements: readonly (readonly [string, OpenElement])[] = [
  ["a", openAnchor],
  ["span", openSpan],
  ["sup", openSup],
];
