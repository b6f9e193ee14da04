/**
 * A segment's fragment seen as one flat line: each UTF-16 unit and each break or placeholder is one place, exactly as
 * the editor counts. Edits touch only the range that they name, so that what others type beside it survives.
 */
import * as Y from "yjs";
import type { Inline } from "./inline.ts";
import { buildFormat } from "./part-text.ts";

/** What a relative position is written as in an awareness state. */
export type StoredPosition = unknown;

type Child = Y.XmlText | Y.XmlElement;

function listChildren(fragment: Y.XmlFragment): Child[] {
  return fragment
    .toArray()
    .filter((child): child is Child => child instanceof Y.XmlText || child instanceof Y.XmlElement);
}

function getLength(child: Child): number {
  return child instanceof Y.XmlText ? child.length : 1;
}

/** Places of the whole fragment. */
export function getFragmentLength(fragment: Y.XmlFragment): number {
  return listChildren(fragment).reduce((sum, child) => sum + getLength(child), 0);
}

/** Deletes `from`–`to`. Emptied texts stay: another person may be typing in them. */
export function deleteRange(fragment: Y.XmlFragment, from: number, to: number): void {
  const children = listChildren(fragment);
  let end = getFragmentLength(fragment);
  for (let index = children.length - 1; index >= 0; index -= 1) {
    const child = children[index];
    if (!child) continue;
    const start = end - getLength(child);
    const cutFrom = Math.max(from, start);
    const cutTo = Math.min(to, end);
    if (cutFrom < cutTo) {
      if (child instanceof Y.XmlText) child.delete(cutFrom - start, cutTo - cutFrom);
      else fragment.delete(index, 1);
    }
    end = start;
  }
}

/** Inserts content at a place. */
export function insertAt(fragment: Y.XmlFragment, place: number, content: readonly Inline[]): void {
  let at = place;
  for (const inline of content) {
    if (inline.type === "text" && inline.text === "") continue;
    const { text, index } = findText(fragment, at);
    if (inline.type === "text") {
      text.insert(index, inline.text, buildFormat(inline));
      at += inline.text.length;
    } else {
      text.insertEmbed(index, { ...inline });
      at += 1;
    }
  }
}

/** Gives `from`–`to` exactly the marks of `content`, which must have the same text and placeholders. */
export function formatRange(fragment: Y.XmlFragment, from: number, content: readonly Inline[]): void {
  let at = from;
  for (const inline of content) {
    const length = inline.type === "text" ? inline.text.length : 1;
    if (inline.type === "text") formatText(fragment, at, at + length, buildFormat(inline));
    at += length;
  }
}

function formatText(fragment: Y.XmlFragment, from: number, to: number, format: Record<string, object>): void {
  let start = 0;
  for (const child of listChildren(fragment)) {
    const end = start + getLength(child);
    const cutFrom = Math.max(from, start);
    const cutTo = Math.min(to, end);
    if (child instanceof Y.XmlText && cutFrom < cutTo) {
      child.format(cutFrom - start, cutTo - cutFrom, { ...listClearedMarks(child), ...format });
    }
    start = end;
  }
}

function listClearedMarks(text: Y.XmlText): Record<string, null> {
  const names = (text.toDelta() as { attributes?: object }[]).flatMap((part) =>
    Object.keys(part.attributes ?? {}),
  );
  return Object.fromEntries(names.map((name) => [name, null]));
}

/** The text that holds a place: the one ending there before the one beginning there, a new one when there is none. */
function findText(fragment: Y.XmlFragment, place: number): { text: Y.XmlText; index: number } {
  let start = 0;
  const children = listChildren(fragment);
  for (const [childIndex, child] of children.entries()) {
    const end = start + getLength(child);
    if (child instanceof Y.XmlText && place >= start && place <= end)
      return { text: child, index: place - start };
    if (place === start) return { text: createText(fragment, childIndex), index: 0 };
    start = end;
  }
  return { text: createText(fragment, fragment.length), index: 0 };
}

function createText(fragment: Y.XmlFragment, childIndex: number): Y.XmlText {
  const text = new Y.XmlText();
  fragment.insert(childIndex, [text]);
  return text;
}

/** A place that moves with the text around it. */
export function storePosition(fragment: Y.XmlFragment, place: number): StoredPosition {
  let start = 0;
  for (const [index, child] of listChildren(fragment).entries()) {
    const end = start + getLength(child);
    if (child instanceof Y.XmlText && place >= start && place <= end) {
      return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(child, place - start, -1));
    }
    if (place === start)
      return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(fragment, index));
    start = end;
  }
  return Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(fragment, fragment.length));
}

/** The place that a stored position has now, null when it is of another segment or not a position at all. */
export function findPlace(fragment: Y.XmlFragment, stored: StoredPosition): number | null {
  if (!fragment.doc || typeof stored !== "object" || stored === null) return null;
  const position = Y.createRelativePositionFromJSON(stored);
  const found = Y.createAbsolutePositionFromRelativePosition(position, fragment.doc);
  if (!found) return null;
  let start = 0;
  for (const [index, child] of listChildren(fragment).entries()) {
    if (found.type === child) return start + Math.min(found.index, getLength(child));
    if (found.type === fragment && found.index === index) return start;
    start += getLength(child);
  }
  return found.type === fragment ? start : null;
}
