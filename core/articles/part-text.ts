/**
 * Names inside a part's Y.Doc, and the way between a Y.XmlFragment and inline content.
 * One root fragment per segment, named by the segment's id. Its children are Y.XmlText: runs, formatted by marks, and
 * breaks and placeholders as embeds among them. There is one child as a rule; two people who begin at the same moment
 * make two, which read on. Nothing ever cuts a text in two: what others type in it would stay in the wrong half.
 */
import * as Y from "yjs";
import { idPattern } from "../ids.ts";
import { type Inline, type SimpleMark, simpleMarks, type TextRun } from "./inline.ts";
import { isLinkTarget } from "./text-schema.ts";

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

/** What `Y.XmlText.toDelta` gives, which its typings leave open. */
type Delta = readonly { readonly insert: unknown; readonly attributes?: Record<string, unknown> }[];

/** What a fragment holds. `valid` is false when anything in it is not of the text schema; `content` is then its plain text. */
export type TargetContent = { readonly content: readonly Inline[]; readonly valid: boolean };

/** Reads a fragment without changing it. */
export function readTarget(fragment: Y.XmlFragment): TargetContent {
  const content: Inline[] = [];
  let valid = true;
  for (const child of fragment.toArray()) {
    const read =
      child instanceof Y.XmlText
        ? readText(child)
        : child instanceof Y.XmlElement
          ? readElement(child)
          : null;
    if (read === null) valid = false;
    // One by one: a hostile fragment may be wider than a call takes arguments.
    else for (const each of read) content.push(each);
  }
  if (valid) return { content, valid };
  const text = readPlainText(fragment);
  return { content: text === "" ? [] : [{ type: "text", text }], valid };
}

function readText(text: Y.XmlText): Inline[] | null {
  const content: Inline[] = [];
  let length = 0;
  for (const { insert, attributes = {} } of text.toDelta() as Delta) {
    const read = typeof insert === "string" ? readRun(insert, attributes) : readAtom(insert);
    if (read === null) return null;
    content.push(read);
    length += read.type === "text" ? read.text.length : 1;
  }
  // A string that was embedded looks like a run, but takes one place only.
  return length === text.length ? content : null;
}

function readRun(text: string, attributes: Record<string, unknown>): TextRun | null {
  const style = readStyle(attributes);
  return style && { type: "text", text, ...style };
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
  return typeof value.href === "string" && isLinkTarget(value.href);
}

/** A break or placeholder as the first version of the text schema stored it. */
function readElement(element: Y.XmlElement): Inline[] | null {
  if (element.length > 0) return null;
  const type = element.nodeName === "hardBreak" ? "break" : element.nodeName;
  const read = readAtom({ ...element.getAttributes(), type });
  return read && [read];
}

/** The break or placeholder that an embedded value is; null for everything else. */
function readAtom(value: unknown): Exclude<Inline, TextRun> | null {
  if (typeof value !== "object" || value === null) return null;
  const { type, id, tex, number, name, alt, src } = value as Record<string, unknown>;
  if (type === "break") return { type };
  if (typeof id !== "string" || id.length > 20) return null;
  if (type === "formula" && typeof tex === "string") return { type, id, tex };
  if (type === "footnote" && Number.isSafeInteger(Number(number))) {
    return { type, id, number: Number(number) };
  }
  if (type === "mention" && typeof name === "string") return { type, id, name };
  if (type === "image" && typeof alt === "string") {
    return { type, id, alt, src: typeof src === "string" ? src : null };
  }
  return null;
}

function readPlainText(node: Y.XmlFragment | Y.XmlElement): string {
  // Iterative, and one by one: a hostile tree may be deep, or wide.
  const parts: string[] = [];
  const stack: unknown[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next instanceof Y.XmlText) {
      for (const { insert } of next.toDelta() as Delta) if (typeof insert === "string") parts.push(insert);
    } else if (next instanceof Y.XmlFragment) for (const child of next.toArray().reverse()) stack.push(child);
  }
  return parts.join("");
}

/** The formatting attributes of a run inside a Y.XmlText. */
export function buildFormat(run: TextRun): Record<string, object> {
  const format: Record<string, object> = {};
  for (const mark of run.marks ?? []) format[mark] = {};
  if (run.href) format.link = { href: run.href };
  return format;
}
