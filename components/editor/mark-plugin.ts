/** Marks stretches of the text that something is to be said about. */
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

/** In UTF-16 units of the text, where a break counts as "\n" and a placeholder as one unit. */
export type MarkedRange = {
  readonly start: number;
  readonly end: number;
  readonly className: string;
  /** What is to be said about it. */
  readonly title: string;
};

const markKey = new PluginKey<DecorationSet>("marks");

/** `find` is asked anew at each change of the text. */
export function createMarkPlugin(find: (text: string) => readonly MarkedRange[]): Plugin<DecorationSet> {
  const build = (doc: Node) =>
    DecorationSet.create(
      doc,
      find(readText(doc)).map(({ start, end, className, title }) =>
        Decoration.inline(start, end, { class: className, title }),
      ),
    );
  return new Plugin<DecorationSet>({
    key: markKey,
    state: {
      init: (_config, state) => build(state.doc),
      apply: (transaction, marks) => (transaction.docChanged ? build(transaction.doc) : marks),
    },
    props: { decorations: (state) => markKey.getState(state) },
  });
}

/** One unit for each place of the document. */
function readText(doc: Node): string {
  return doc.textBetween(0, doc.content.size, "", (node) => (node.type.name === "hardBreak" ? "\n" : "￼"));
}
