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
 * empty runs gone, outer white space and outer breaks trimmed.
 */
export function buildCanonical(content: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    if (inline.type !== "text") {
      joined.push(inline);
      continue;
    }
    const run = buildRun(inline);
    const last = joined.at(-1);
    if (run.text === "") continue;
    if (last?.type === "text" && isSameStyle(last, run)) {
      joined[joined.length - 1] = { ...last, text: (last.text + run.text).normalize("NFC") };
    } else joined.push(run);
  }
  return trimEnd(trimStart(joined));
}

function buildRun(run: TextRun): TextRun {
  const marks = simpleMarks.filter((mark) => run.marks?.includes(mark));
  return {
    type: "text",
    text: run.text.normalize("NFC"),
    ...(marks.length > 0 ? { marks } : {}),
    ...(run.href ? { href: run.href } : {}),
  };
}

function isSameStyle(a: TextRun, b: TextRun): boolean {
  return a.href === b.href && (a.marks ?? []).join() === (b.marks ?? []).join();
}

function trimStart(content: Inline[]): Inline[] {
  const rest = [...content];
  for (let first = rest[0]; first; first = rest[0]) {
    if (first.type === "break") rest.shift();
    else if (first.type === "text" && first.text.trimStart() === "") rest.shift();
    else {
      if (first.type === "text") rest[0] = { ...first, text: first.text.trimStart() };
      break;
    }
  }
  return rest;
}

function trimEnd(content: Inline[]): Inline[] {
  const rest = [...content];
  for (let last = rest.at(-1); last; last = rest.at(-1)) {
    if (last.type === "break") rest.pop();
    else if (last.type === "text" && last.text.trimEnd() === "") rest.pop();
    else {
      if (last.type === "text") rest[rest.length - 1] = { ...last, text: last.text.trimEnd() };
      break;
    }
  }
  return rest;
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
