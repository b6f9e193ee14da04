/**
 * Names inside a part's Y.Doc, and the way between a Y.XmlFragment and inline content.
 * One root fragment per segment, named by the segment's id. Its children are Y.XmlText (runs, formatted by marks) and
 * Y.XmlElement without children (breaks and placeholders), which is what the editor's binding makes of a document
 * whose content is `inline*`.
 */
import * as Y from "yjs";
import { idPattern } from "../ids.ts";
import { type Inline, type SimpleMark, simpleMarks, type TextRun } from "./inline.ts";

/** The name of a segment's fragment. */
export function getFragmentName(segmentId: string): string {
  return `s:${segmentId}`;
}

/** The segment id of a fragment's name, null for a foreign root. */
export function findSegmentId(fragmentName: string): string | null {
  const id = fragmentName.startsWith("s:") ? fragmentName.slice(2) : "";
  return idPattern.test(id) ? id : null;
}

/** The fragment of a segment; it comes into being on first use. */
export function getFragment(doc: Y.Doc, segmentId: string): Y.XmlFragment {
  return doc.getXmlFragment(getFragmentName(segmentId));
}

/** What a fragment holds. `valid` is false when anything in it is not of the text schema; `content` is then its plain text. */
export type TargetContent = { readonly content: readonly Inline[]; readonly valid: boolean };

/** Reads a fragment without changing it. */
export function readTarget(fragment: Y.XmlFragment): TargetContent {
  const content: Inline[] = [];
  let valid = true;
  for (const child of fragment.toArray()) {
    const read =
      child instanceof Y.XmlText
        ? readRuns(child)
        : child instanceof Y.XmlElement
          ? readElement(child)
          : null;
    if (read === null) valid = false;
    else content.push(...read);
  }
  if (valid) return { content, valid };
  const text = readPlainText(fragment);
  return { content: text === "" ? [] : [{ type: "text", text }], valid };
}

function readRuns(text: Y.XmlText): Inline[] | null {
  const runs: Inline[] = [];
  for (const part of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof part.insert !== "string") return null;
    const style = readStyle(part.attributes ?? {});
    if (style === null) return null;
    runs.push({ type: "text", text: part.insert, ...style });
  }
  return runs;
}

function readStyle(attributes: Record<string, unknown>): Pick<TextRun, "marks" | "href"> | null {
  const marks: SimpleMark[] = [];
  let href: string | undefined;
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined) continue;
    const mark = simpleMarks.find((each) => each === name);
    if (mark) marks.push(mark);
    else if (name === "link" && isHref(value)) href = value.href;
    else return null;
  }
  marks.sort((a, b) => simpleMarks.indexOf(a) - simpleMarks.indexOf(b));
  return { ...(marks.length > 0 ? { marks } : {}), ...(href ? { href } : {}) };
}

function isHref(value: unknown): value is { href: string } {
  if (typeof value !== "object" || value === null || !("href" in value)) return false;
  return typeof value.href === "string" && /^https?:\/\//i.test(value.href);
}

function readElement(element: Y.XmlElement): Inline[] | null {
  if (element.length > 0) return null;
  // The typings say that attributes are strings; the editor's binding stores numbers and null too.
  const attributes = element.getAttributes() as Record<string, unknown>;
  const { id } = attributes;
  if (element.nodeName === "hardBreak") return [{ type: "break" }];
  if (typeof id !== "string" || id.length > 20) return null;
  if (element.nodeName === "formula" && typeof attributes.tex === "string") {
    return [{ type: "formula", id, tex: attributes.tex }];
  }
  if (element.nodeName === "footnote" && Number.isSafeInteger(Number(attributes.number))) {
    return [{ type: "footnote", id, number: Number(attributes.number) }];
  }
  if (element.nodeName === "mention" && typeof attributes.name === "string") {
    return [{ type: "mention", id, name: attributes.name }];
  }
  if (element.nodeName === "image" && typeof attributes.alt === "string") {
    return [
      {
        type: "image",
        id,
        alt: attributes.alt,
        src: typeof attributes.src === "string" ? attributes.src : null,
      },
    ];
  }
  return null;
}

function readPlainText(node: Y.XmlFragment | Y.XmlElement): string {
  // Iterative: a hostile tree may be deep.
  const parts: string[] = [];
  const stack: unknown[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next instanceof Y.XmlText) {
      for (const part of next.toDelta() as { insert: unknown }[]) {
        if (typeof part.insert === "string") parts.push(part.insert);
      }
    } else if (next instanceof Y.XmlFragment) stack.push(...next.toArray().reverse());
  }
  return parts.join("");
}

/** The Y node of a break or placeholder, named and attributed as the editor's nodes are. */
export function buildElement(inline: Exclude<Inline, TextRun>): Y.XmlElement {
  if (inline.type === "break") return new Y.XmlElement("hardBreak");
  const element = new Y.XmlElement(inline.type);
  const { type: _type, ...attributes } = inline;
  for (const [name, value] of Object.entries(attributes)) {
    // The typings ask for strings; the editor's binding stores plain JSON values, and so do we.
    if (value !== null) element.setAttribute(name, value as string);
  }
  return element;
}

/** The formatting attributes of a run inside a Y.XmlText. */
export function buildFormat(run: TextRun): Record<string, object> {
  const format: Record<string, object> = {};
  for (const mark of run.marks ?? []) format[mark] = {};
  if (run.href) format.link = { href: run.href };
  return format;
}
