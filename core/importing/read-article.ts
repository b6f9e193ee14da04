/** The doors of the reader: a saved file's bytes or a clipboard in, an article in our own model out. */
import { buildArticle } from "./build-article.ts";
import { decodeBytes } from "./decode-bytes.ts";
import { detectPaste, isSavedFormat, type Paste } from "./detect-paste.ts";
import { checkLimit } from "./limits.ts";
import type { ArticleSource, ParsedArticle } from "./parsed-article.ts";
import { readBody } from "./read-body.ts";
import { readPlainText } from "./read-plain-text.ts";
import { buildRefusal } from "./refusals.ts";
import { refuseForeign } from "./refuse-foreign.ts";
import { type SplitFile, splitFile, warnOfCut } from "./split-file.ts";
import { WarningLog } from "./warnings.ts";

const blockNames =
  "html|head|body|main|article|section|div|p|h[1-6]|ul|ol|li|blockquote|figure|pre|table|hr|!doctype";
/** A block's tag that begins a line, follows another tag, or closes. */
const blockMarkup = new RegExp(`(^[ \\t]*<|><|</)(${blockNames})[\\s/>]`, "im");
/** Two breaks in a row, two paragraphs, an image or a link with its address. */
const lineMarkup = /<br\s*\/?>\s*<br|<p[\s>][\s\S]*<p[\s>]|<img\s[^<>]*src=|<a\s[^<>]*href=/i;
const blankLine = /\n[ \t]*\n/;

/** The title of a page, another tag, or a letter. */
const tagOrLetter = /<h1[\s>]|<[^<>]*>|\S/gi;

const nothingRead = { title: null, meta: new Map<string, string>() };

/**
 * Reads the bytes of a file. Title, header and body tags may each be missing; a file without blocks of HTML is read
 * as plain text with blank lines between paragraphs. Throws AppError `unreadable-file` {reason} (see `refusals.ts`) for
 * what is no article and `too-large` {what, limit, value} past a limit; no other error, whatever the bytes.
 */
export function readZhihuFile(bytes: Uint8Array): ParsedArticle {
  const warnings = new WarningLog();
  return readSavedText(decodeBytes(bytes, warnings), "zhihu-file", warnings);
}

/** Reads a paste in the form that `detectPaste` names. Throws as `readZhihuFile` does. */
export function readPaste(paste: Paste): ParsedArticle {
  const source = detectPaste(paste);
  if (source === null) throw buildRefusal("empty");
  return source === "pasted-rich-text" ? readPastedHtml(paste.html ?? "") : readPastedText(paste.text ?? "");
}

/** Reads a rich clipboard. Throws as `readZhihuFile` does. */
export function readPastedHtml(html: string): ParsedArticle {
  checkLimit("bytes", html.length);
  const warnings = new WarningLog();
  const fragment = cutFragment(html).replace(/\r\n?/g, "\n");
  const blocks = readBody(fragment, warnings);
  const file = { ...nothingRead, title: beginsWithTitle(fragment) ? blocks.takeHeading() : null };
  return buildArticle({ source: "pasted-rich-text", file, blocks, warnings });
}

/** Reads pasted text: the saved format when it is that, else paragraphs between blank lines. Throws as `readZhihuFile` does. */
export function readPastedText(text: string): ParsedArticle {
  checkLimit("bytes", text.length);
  const warnings = new WarningLog();
  const lines = text.replace(/\r\n?/g, "\n");
  if (isSavedFormat(text)) return readSavedText(lines.trimStart(), "pasted-zhihu", warnings);
  refuseForeign(lines);
  const blocks = readPlainText(lines, warnings);
  return buildArticle({ source: "pasted-text", file: nothingRead, blocks, warnings });
}

/** Reads text in the saved format (line ends `\n`). */
function readSavedText(text: string, source: ArticleSource, warnings: WarningLog): ParsedArticle {
  refuseForeign(text);
  const file = splitFile(text, warnings);
  const isMarkup = isHtml(file);
  if (isMarkup) warnOfCut(file.body, warnings);
  const blocks = isMarkup ? readBody(file.body, warnings) : readPlainText(file.body, warnings);
  return buildArticle({ source, file, blocks, warnings });
}

/**
 * In plain text `List<String>`, a break and a single `<p>` in the middle of a line are what the text speaks of; and where
 * blank lines part its paragraphs, so is all that stands within its lines.
 */
function isHtml({ body, isSavedFormat }: SplitFile): boolean {
  if (isSavedFormat) return /<\/?[a-z][a-z0-9]*[\s/>]/i.test(body);
  return blockMarkup.test(body) || (lineMarkup.test(body) && !blankLine.test(body.trim()));
}

/** True when its title stands before any words of a page. One by one: a repeated group runs out of stack in what is large. */
function beginsWithTitle(html: string): boolean {
  for (const [found] of html.matchAll(tagOrLetter)) {
    if (/^<h1[\s>]$/i.test(found)) return true;
    if (found.length === 1) return false;
  }
  return false;
}

/** Browsers on Windows wrap the copied part in comments. */
function cutFragment(html: string): string {
  const mark = "<!--StartFragment-->";
  const start = html.indexOf(mark);
  const end = html.lastIndexOf("<!--EndFragment-->");
  return start === -1 || end < start ? html : html.slice(start + mark.length, end);
}
