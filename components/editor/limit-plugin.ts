/** Stops text before it enters the shared document when the server would refuse it. */
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { bindingKey } from "./fragment-binding.ts";

/** `onFull` is called when a change was stopped. What others type, and every deletion, passes. */
export function createLimitPlugin(limit: number, onFull: () => void): Plugin {
  return new Plugin({
    key: new PluginKey("limit"),
    filterTransaction: (transaction, state) => {
      if (!transaction.docChanged || transaction.getMeta(bindingKey)) return true;
      const size = transaction.doc.content.size;
      if (size <= limit || size <= state.doc.content.size) return true;
      onFull();
      return false;
    },
  });
}
