/**
 * The canonical form of inline content and its hash. Two people who see the same text have the same hash,
 * whatever path of edits led there; a confirmation is bound to it.
 */
import { toHexString } from "lib0/buffer";
import { digest } from "lib0/hash/sha256";
import { encodeUtf8 } from "lib0/string";
import { type Inline, simpleMarks, type TextRun } from "./inline.ts";

/**
 * Canonical inline content: NFC, neighbouring runs of equal marks joined, marks in the order of the schema,
 * empty runs gone, outer white space and outer breaks trimmed, half a character replaced by U+FFFD.
 */
export function buildCanonical(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  let open: OpenRun | null = null;
  const close = () => {
    if (open) joined.push({ ...open.style, text: render(open.texts) });
    open = null;
  };
  for (const inline of content) {
    if (inline.type !== "text") {
      close();
      joined.push(inline);
    } else if (inline.text !== "") {
      const style = buildStyle(inline);
      if (open && !isSameStyle(open.style, style)) close();
      open ??= { style, texts: [] };
      open.texts.push(inline.text);
    }
  }
  close();
  return trim(joined);
}

/** Half a character becomes what it is on its way to the server: the page that has it sees the same text as all others. */
function render(texts: readonly string[]): string {
  return texts.join("").toWellFormed().normalize("NFC");
}

/** A run that may go on. Its texts are joined once: a hostile target has very many. */
type OpenRun = { readonly style: TextRun; readonly texts: string[] };

function buildStyle(run: TextRun): TextRun {
  const marks = simpleMarks.filter((mark) => run.marks?.includes(mark));
  return {
    type: "text",
    text: "",
    ...(marks.length > 0 ? { marks } : {}),
    ...(run.href ? { href: run.href } : {}),
  };
}

function isSameStyle(a: TextRun, b: TextRun): boolean {
  return a.href === b.href && (a.marks ?? []).join() === (b.marks ?? []).join();
}

function trim(content: readonly Inline[]): Inline[] {
  const first = content.findIndex(isSeen);
  const rest = content.slice(first < 0 ? content.length : first, content.findLastIndex(isSeen) + 1);
  const [start] = rest;
  if (start?.type === "text") rest[0] = { ...start, text: start.text.trimStart() };
  const end = rest.at(-1);
  if (end?.type === "text") rest[rest.length - 1] = { ...end, text: end.text.trimEnd() };
  return rest;
}

function isSeen(inline: Inline): boolean {
  return inline.type !== "break" && (inline.type !== "text" || inline.text.trim() !== "");
}

/** Canonical JSON: keys in a fixed order, so that equal content has equal bytes. */
export function renderCanonicalJson(content: readonly Inline[]): string {
  return JSON.stringify(buildCanonical(content).map(orderKeys));
}

function orderKeys(inline: Inline): readonly unknown[] {
  switch (inline.type) {
    case "text":
      return ["text", inline.text, inline.marks ?? [], inline.href ?? null];
    case "break":
      return ["break"];
    case "formula":
      return ["formula", inline.id, inline.tex];
    case "footnote":
      return ["footnote", inline.id, inline.number];
    case "mention":
      return ["mention", inline.id, inline.name];
    case "image":
      return ["image", inline.id, inline.alt, inline.src];
  }
}

/** SHA-256 of the canonical JSON, 64 lower-case hex digits. The empty target has a hash too. */
export function hashContent(content: readonly Inline[]): string {
  return hash(renderCanonicalJson(content));
}

/** Of the target that nobody has written yet. */
export const emptyHash = hashContent([]);

/** SHA-256 of plain text after NFC, 64 lower-case hex digits: for sources and their neighbours. */
export function hashText(text: string): string {
  return hash(text.normalize("NFC"));
}

/** Without waiting, in the browser too: a state is known as soon as its text is. */
function hash(text: string): string {
  return toHexString(digest(encodeUtf8(text)));
}

/** True when nothing is left after trimming: such a target counts as untranslated. */
export function isEmptyContent(content: readonly Inline[]): boolean {
  return buildCanonical(content).length === 0;
}
