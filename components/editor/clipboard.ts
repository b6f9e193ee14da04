/** What the editor takes from the clipboard: text, marks, links and its own placeholders; everything else is left. */
import { Fragment, type Schema, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";

/** But for the last one of a cell. */
const blockEnd =
  /<\/(?:p|div|li|h[1-6]|blockquote|pre|tr|caption|figure|section|article)>\s*(?!<\/t[dh]>)(?=<|\S)/gi;
const cellEnd = /<\/t[dh]>\s*(?=<t[dh]\b)/gi;
const tableTag = /<\/?(?:table|caption|colgroup|col|thead|tbody|tfoot|tr|td|th)\b[^<>]*>\s*/gi;
const unread = /<(script|style|head|template|noscript|svg|math)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

/**
 * Foreign blocks follow each other as lines, because a segment is one line with breaks; so do the rows of a table, whose
 * own tags go: what stands between them would be moved out of it.
 */
export function flattenPastedHtml(html: string): string {
  return html
    .replace(unread, "")
    .replace(blockEnd, "$&<br>")
    .replace(cellEnd, " ")
    .replace(tableTag, "")
    .replace(/(?:<br>|\s)+(?=(?:<\/[a-z]+>|\s)*$)/i, "");
}

/** Plain text with a break for each line. */
export function buildPastedText(schema: Schema, text: string): Slice {
  const nodes = text
    .replace(/\r\n?/g, "\n")
    .replace(/\n+$/, "")
    .split("\n")
    .flatMap((line, index) => [
      ...(index > 0 ? [schema.nodes.hardBreak?.create()] : []),
      ...(line === "" ? [] : [schema.text(line)]),
    ])
    .filter((node) => node !== undefined);
  return new Slice(Fragment.from(nodes), 0, 0);
}

export function createClipboardPlugin(schema: Schema): Plugin {
  return new Plugin({
    key: new PluginKey("clipboard"),
    props: {
      transformPastedHTML: flattenPastedHtml,
      clipboardTextParser: (text) => buildPastedText(schema, text),
      clipboardTextSerializer: (slice) =>
        slice.content.textBetween(
          0,
          slice.content.size,
          "",
          // An extension's `renderText` takes its node inside of an object.
          (node) => node.type.spec.toText?.({ node }) ?? "",
        ),
      // Files are no text: a dropped picture must not replace the page either.
      handleDrop: (_view, event) => {
        const hasFiles = (event.dataTransfer?.files.length ?? 0) > 0;
        if (hasFiles) event.preventDefault();
        return hasFiles;
      },
    },
  });
}
