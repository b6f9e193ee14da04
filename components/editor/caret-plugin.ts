/** The carets and selections of others inside the text, and one's own told to them. */
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { findPlace, storePosition } from "#core/articles/fragment-range.ts";

const caretKey = new PluginKey<DecorationSet>("carets");

export type CaretOptions = {
  readonly fragment: Y.XmlFragment;
  readonly awareness: Awareness;
  readonly memberId: string;
  /** Label of a caret: "Ana", or "You, window 2" for the reader's own. */
  readonly label: (name: string, window: number, isMe: boolean) => string;
};

type OtherState = {
  user?: { memberId?: string; name?: string; color?: string };
  window?: number;
  cursor?: { anchor: unknown; head: unknown } | null;
};

export function createCaretPlugin(options: CaretOptions): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key: caretKey,
    state: {
      init: (_config, state) => buildCarets(options, state),
      apply: (transaction, carets, _previous, state) => {
        if (transaction.getMeta(caretKey)) return buildCarets(options, state);
        return transaction.docChanged ? carets.map(transaction.mapping, transaction.doc) : carets;
      },
    },
    props: { decorations: (state) => caretKey.getState(state) },
    view: (view) => connectCarets(options, view),
  });
}

function connectCarets({ fragment, awareness }: CaretOptions, view: EditorView) {
  const onAwareness = ({
    added,
    updated,
    removed,
  }: {
    added: number[];
    updated: number[];
    removed: number[];
  }) => {
    const isForeign = [...added, ...updated, ...removed].some((id) => id !== awareness.clientID);
    if (isForeign && !view.isDestroyed) view.dispatch(view.state.tr.setMeta(caretKey, true));
  };
  const tell = () => {
    if (!view.hasFocus()) return;
    const { anchor, head } = view.state.selection;
    awareness.setLocalStateField("cursor", {
      anchor: storePosition(fragment, anchor),
      head: storePosition(fragment, head),
    });
  };
  let frame = 0;
  /** After the page has placed them; the same in all carets that stand still. */
  const turnLabels = () => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      const middle = view.dom.getBoundingClientRect().left + view.dom.clientWidth / 2;
      for (const caret of view.dom.querySelectorAll(".caret"))
        caret.classList.toggle("caret-turned", caret.getBoundingClientRect().left > middle);
    });
  };
  const onFocus = () => tell();
  awareness.on("change", onAwareness);
  view.dom.addEventListener("focus", onFocus);
  return {
    update: (_view: EditorView, previous: EditorState) => {
      if (caretKey.getState(view.state) !== DecorationSet.empty) turnLabels();
      if (!previous.selection.eq(view.state.selection) || !previous.doc.eq(view.state.doc)) tell();
    },
    destroy: () => {
      cancelAnimationFrame(frame);
      awareness.off("change", onAwareness);
      view.dom.removeEventListener("focus", onFocus);
      if (awareness.getLocalState()) awareness.setLocalStateField("cursor", null);
    },
  };
}

function buildCarets(options: CaretOptions, state: EditorState): DecorationSet {
  const decorations: Decoration[] = [];
  for (const [clientId, raw] of options.awareness.getStates()) {
    if (clientId === options.awareness.clientID) continue;
    // Stamped by the server, but still only a record of unknown values.
    const other = raw as OtherState;
    const anchor = findPlace(options.fragment, other.cursor?.anchor);
    const head = findPlace(options.fragment, other.cursor?.head);
    if (anchor === null || head === null) continue;
    const { size } = state.doc.content;
    const at = Math.min(head, size);
    const key = `caret-${clientId}-${other.user?.color}-${other.window}`;
    decorations.push(Decoration.widget(at, () => renderCaret(options, other), { key, side: 10 }));
    const from = Math.min(anchor, head);
    const to = Math.min(Math.max(anchor, head), size);
    if (from < to)
      decorations.push(Decoration.inline(from, to, { class: "caret-selection", style: getColor(other) }));
  }
  return DecorationSet.create(state.doc, decorations);
}

function renderCaret(options: CaretOptions, { user, window = 1 }: OtherState): HTMLElement {
  const caret = document.createElement("span");
  caret.className = "caret";
  caret.setAttribute("style", getColor({ user }));
  const label = document.createElement("span");
  label.className = "caret-label";
  label.textContent = options.label(user?.name ?? "", window, user?.memberId === options.memberId);
  caret.append(label);
  caret.setAttribute("aria-hidden", "true");
  return caret;
}

/** Colours are names of tokens; anything else falls back to the first. */
function getColor({ user }: OtherState): string {
  const name = /^[a-z]{1,12}$/.test(user?.color ?? "") ? user?.color : "li";
  return `--person: var(--${name})`;
}
