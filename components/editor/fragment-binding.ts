/**
 * Binds an editor whose document is one line of inline content to a Y.XmlFragment. Each side gets only the range that
 * differs, so that carets, compositions and the typing of others beside it stay whole.
 */
import type { Fragment, Node, Schema } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import * as Y from "yjs";
import { editorOrigin } from "#client/workbench/editor-origin.ts";
import { readTarget } from "#core/articles/part-text.ts";
import { replaceRange } from "#core/articles/replace-content.ts";
import { buildTextNodes, readTextNodes, type TextNodeJson } from "#core/articles/text-schema.ts";

export const bindingKey = new PluginKey("fragment-binding");

/** Editor nodes as the fragment has them now. */
export function readFragmentNodes(schema: Schema, fragment: Y.XmlFragment): Node[] {
  return buildTextNodes(readTarget(fragment).content).map((json) => schema.nodeFromJSON(json));
}

/** Where the writer's selection is, anchor and head, told by the text itself; null when nobody knows. */
type ReadSelection = () => readonly [anchor: number, head: number] | null;

/** `onInvalid` is called when the fragment no longer obeys the text schema: the editor must go. */
export function createFragmentBinding(
  fragment: Y.XmlFragment,
  readSelection: ReadSelection,
  onInvalid: () => void,
): Plugin {
  return new Plugin({
    key: bindingKey,
    view: (view) => {
      const binding = new FragmentBinding(view, fragment, readSelection, onInvalid);
      return {
        update: (_view, previous) => binding.sendChange(previous),
        destroy: () => binding.destroy(),
      };
    },
  });
}

type Difference = { readonly from: number; readonly oldTo: number; readonly newTo: number };

/** The one range in which two lines of content differ, null when they are equal. */
export function findDifference(before: Fragment, after: Fragment): Difference | null {
  const from = before.findDiffStart(after);
  if (from === null) return null;
  const end = before.findDiffEnd(after);
  if (end === null) return null;
  // Repeated letters make start and end overlap; the shorter side then ends where it starts.
  const overlap = Math.max(0, from - Math.min(end.a, end.b));
  return { from, oldTo: end.a + overlap, newTo: end.b + overlap };
}

class FragmentBinding {
  readonly #view: EditorView;
  readonly #fragment: Y.XmlFragment;
  readonly #readSelection: ReadSelection;
  readonly #onInvalid: () => void;
  #isReceiving = false;
  readonly #listener = (_events: unknown, transaction: Y.Transaction) => this.#receive(transaction);

  constructor(
    view: EditorView,
    fragment: Y.XmlFragment,
    readSelection: ReadSelection,
    onInvalid: () => void,
  ) {
    this.#view = view;
    this.#fragment = fragment;
    this.#readSelection = readSelection;
    this.#onInvalid = onInvalid;
    fragment.observeDeep(this.#listener);
  }

  destroy(): void {
    this.#fragment.unobserveDeep(this.#listener);
  }

  /** Writes into the fragment what the last transaction changed in the editor. */
  sendChange(previous: EditorState): void {
    const { doc } = this.#view.state;
    if (this.#isReceiving || previous.doc.eq(doc)) return;
    const difference = findDifference(previous.doc.content, doc.content);
    if (!difference) return;
    const { from, oldTo, newTo } = difference;
    const old = readTextNodes(listJson(previous.doc, from, oldTo));
    const content = readTextNodes(listJson(doc, from, newTo));
    this.#fragment.doc?.transact(() => replaceRange(this.#fragment, from, old, content), editorOrigin);
  }

  #receive(transaction: Y.Transaction): void {
    if (transaction.origin === editorOrigin) return;
    if (!readTarget(this.#fragment).valid) {
      this.#onInvalid();
      return;
    }
    const { state } = this.#view;
    const next = state.schema.topNodeType.create(null, readFragmentNodes(state.schema, this.#fragment));
    const difference = findDifference(state.doc.content, next.content);
    if (!difference) return;
    const { from, oldTo, newTo } = difference;
    const change = state.tr.replace(from, oldTo, next.slice(from, newTo)).setMeta(bindingKey, true);
    const { anchor, head } = state.selection;
    // Inside a range that is replaced, only the text knows where the writer's place has come to.
    const isInside = [anchor, head].some((place) => place > from && place < oldTo);
    const own = isInside ? this.#readSelection() : null;
    if (transaction.origin instanceof Y.UndoManager)
      change.setSelection(TextSelection.create(change.doc, newTo));
    else if (own) change.setSelection(TextSelection.create(change.doc, ...clamp(own, change.doc)));
    this.#isReceiving = true;
    try {
      this.#view.dispatch(change);
    } finally {
      this.#isReceiving = false;
    }
  }
}

function clamp([anchor, head]: readonly [number, number], doc: Node): [number, number] {
  const { size } = doc.content;
  return [Math.min(anchor, size), Math.min(head, size)];
}

function listJson(doc: Node, from: number, to: number): TextNodeJson[] {
  // `Node.toJSON` is typed `any`; its shape is the schema's own.
  const json = doc.slice(from, to).content.toJSON() as TextNodeJson[] | null;
  return json ?? [];
}
