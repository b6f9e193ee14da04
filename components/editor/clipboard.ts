/** What the editor takes from the clipboard: text, marks, links and its own placeholders; everything else is left. */
import { Fragment, type Schema, Slice } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";

const block = "(?:p|div|li|h[1-6]|blockquote|pre|tr|caption|figure|section|article)";
const blockEnd = new RegExp(`</${block}>\\s*(?=<|\\S)`, "gi");
const table = /<table\b[\s\S]*?<\/table\s*>/gi;
const lastOfCell = new RegExp(`</${block}>\\s*(?=</t[dh]>)`, "gi");
const cellEnd = /<\/t[dh]>\s*(?=<t[dh]\b)/gi;
const tableTag = new RegExp(
  `</?(?:${block}|ul|ol|table|colgroup|col|thead|tbody|tfoot|td|th)\\b[^<>]*>\\s*`,
  "gi",
);
const unread = /<(script|style|head|template|noscript|svg|math)\b[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi;

/** Word's own break of a line, the one of a page, and Unicode's breaks of lines and paragraphs. */
const foreignLineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const control = /(?![\t\n])\p{Cc}/gu;

/** Text with one kind of line end, and without the control characters, which nobody sees and no print has. */
function dropControls(text: string): string {
  return text.replace(foreignLineEnd, "\n").replace(control, "");
}

/** Foreign blocks follow each other as lines, because a segment is one line with breaks. */
export function flattenPastedHtml(html: string): string {
  return dropControls(html)
    .replace(unread, "")
    .replace(table, flattenTable)
    .replace(blockEnd, "$&<br>")
    .replace(/(?:<br>|\s)+(?=(?:<\/[a-z]+>|\s)*$)/i, "");
}

/** Rows as lines, cells apart. No block stays: breaks and spaces between rows and cells would not be read. */
function flattenTable(html: string): string {
  return html.replace(lastOfCell, "").replace(blockEnd, "<br>").replace(cellEnd, " ").replace(tableTag, "");
}

/** Plain text with a break for each line. */
export function buildPastedText(schema: Schema, text: string): Slice {
  const nodes = dropControls(text)
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
