/** The editor of one target, without React: loaded once after the first paint, mounted in the active row only. */
import { Editor, Extension } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import type { CaretPlace } from "#client/workbench/workbench-model.ts";
import { segmentCharacterLimit } from "#core/articles/blocks.ts";
import { findPlace } from "#core/articles/fragment-range.ts";
import type { Inline, SimpleMark } from "#core/articles/inline.ts";
import { readTarget } from "#core/articles/part-text.ts";
import { buildTextNodes } from "#core/articles/text-schema.ts";
import { type CaretOptions, createCaretPlugin } from "./caret-plugin.ts";
import { createClipboardPlugin } from "./clipboard.ts";
import { createFragmentBinding } from "./fragment-binding.ts";
import { createLimitPlugin } from "./limit-plugin.ts";
import { createMarkPlugin, type MarkedRange } from "./mark-plugin.ts";
import { createTextExtensions } from "./text-extensions.ts";

export type TargetEditorOptions = {
  readonly element: HTMLElement;
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness | null;
  readonly memberId: string;
  readonly caret: CaretPlace;
  /** False when the writer has gone elsewhere meanwhile: the caret is set, and the focus stays where it is. */
  readonly takesFocus: boolean;
  readonly attributes: Record<string, string>;
  readonly caretLabel: CaretOptions["label"];
  readonly findMarks: (text: string) => readonly MarkedRange[];
  readonly onFull: () => void;
  readonly onInvalid: () => void;
};

export type TargetEditorHandle = {
  readonly insert: (content: readonly Inline[]) => void;
  readonly toggleMark: (mark: SimpleMark) => void;
  /** Makes the selection a link; false when nothing is selected. */
  readonly setLink: (href: string) => boolean;
  readonly focus: () => void;
  /** Puts the caret somewhere, and the focus with it. */
  readonly placeCaret: (caret: CaretPlace) => void;
  readonly destroy: () => void;
};

export function createTargetEditor(options: TargetEditorOptions): TargetEditorHandle {
  const { element, fragment, caret } = options;
  const editor = new Editor({
    element,
    extensions: [...createTextExtensions(), createBehaviour(options)],
    injectCSS: false,
    enableContentCheck: true,
    onContentError: options.onInvalid,
    editorProps: { attributes: options.attributes },
    content: { type: "doc", content: buildStart(fragment) },
    enableCoreExtensions: { clipboardTextSerializer: false, drop: false, paste: false, tabindex: false },
  });
  setCaret(editor, caret);
  if (options.takesFocus) editor.view.focus();
  return {
    insert: (content) => {
      editor
        .chain()
        .focus()
        .insertContent([...buildTextNodes(content)])
        .run();
    },
    toggleMark: (mark) => {
      editor.chain().focus().toggleMark(mark).run();
    },
    setLink: (href) =>
      !editor.state.selection.empty && editor.chain().focus().setMark("link", { href }).run(),
    focus: () => editor.view.focus(),
    placeCaret: (place) => {
      setCaret(editor, place);
      editor.view.focus();
    },
    destroy: () => editor.destroy(),
  };
}

function buildStart(fragment: Y.XmlFragment) {
  return buildTextNodes(readTarget(fragment).content).map((node) => ({
    ...node,
    marks: node.marks?.map((mark) => ({ ...mark, attrs: { ...mark.attrs } })),
    attrs: { ...node.attrs },
  }));
}

function createBehaviour(options: TargetEditorOptions): Extension {
  return Extension.create({
    name: "behaviour",
    addKeyboardShortcuts() {
      const insertBreak = () => this.editor.commands.insertContent({ type: "hardBreak" });
      return { Enter: insertBreak, "Shift-Enter": insertBreak };
    },
    addProseMirrorPlugins() {
      const { fragment, awareness, memberId, caretLabel } = options;
      const plugins = [
        createLimitPlugin(segmentCharacterLimit, options.onFull),
        createClipboardPlugin(this.editor.schema),
        createFragmentBinding(fragment, () => readOwnSelection(options), options.onInvalid),
        createMarkPlugin(options.findMarks),
      ];
      return awareness
        ? [...plugins, createCaretPlugin({ fragment, awareness, memberId, label: caretLabel })]
        : plugins;
    },
  });
}

/** As it was last told to the others. */
function readOwnSelection({ awareness, fragment }: TargetEditorOptions): [number, number] | null {
  const { cursor } = awareness?.getLocalState() ?? {};
  const [anchor, head] = [findPlace(fragment, cursor?.anchor), findPlace(fragment, cursor?.head)];
  return anchor === null || head === null ? null : [anchor, head];
}

function setCaret({ view }: Editor, caret: CaretPlace): void {
  view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, findPosition(view, caret))));
}

function findPosition(view: EditorView, caret: CaretPlace): number {
  const { size } = view.state.doc.content;
  if (caret === "start") return 0;
  if (caret === "end") return size;
  const box = view.dom.getBoundingClientRect();
  return view.posAtCoords({ left: box.left + caret.x, top: box.top + caret.y })?.pos ?? size;
}
