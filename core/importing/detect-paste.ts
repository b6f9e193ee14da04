/** Tells what a clipboard holds, before anything is read. */
import type { ArticleSource } from "./parsed-article.ts";
import { splitFile } from "./split-file.ts";
import { WarningLog } from "./warnings.ts";

/** The clipboard's two forms, null or empty when absent. */
export type Paste = { readonly html: string | null; readonly text: string | null };

/** How a paste will be read; null when there is nothing in it. */
export function detectPaste({ html, text }: Paste): Exclude<ArticleSource, "zhihu-file"> | null {
  if (text !== null && isSavedFormat(text)) return "pasted-zhihu";
  if (html !== null && hasBlocks(html)) return "pasted-rich-text";
  if (text !== null && text.trim() !== "") return "pasted-text";
  return html !== null && html.trim() !== "" ? "pasted-rich-text" : null;
}

/** True for the text of a saved file, or for a piece of its HTML. */
export function isSavedFormat(text: string): boolean {
  const start = text.replace(/\r\n?/g, "\n").trimStart();
  return (
    splitFile(start, new WarningLog()).isSavedFormat ||
    /^<(p|h[23]|blockquote|li|ul|ol|figure)\s[^<>]*data-/i.test(start)
  );
}

/** A clipboard from a code editor is one run of styled lines: its plain text says more. */
function hasBlocks(html: string): boolean {
  return /<(p|h[1-6]|ul|ol|li|blockquote|figure|img|table|pre|hr|br)[\s/>]/i.test(html);
}
