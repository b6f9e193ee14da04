import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { type DefaultTreeAdapterMap, parseFragment } from "parse5";
import { expect, test } from "vitest";
import { isAppError } from "../errors.ts";
import { detectPaste, type Paste } from "./detect-paste.ts";
import { expectConsistent } from "./fixture-consistency.ts";
import type { ParsedArticle } from "./parsed-article.ts";
import { readPaste, readPastedText, readZhihuFile } from "./read-article.ts";

const escapeText = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
const readBody = (html: string) => readZhihuFile(new TextEncoder().encode(`<body><p>引子</p>${html}</body>`));
const visible = (text: string) => text.replace(/\s/g, "");

/** Letters that mean something in markup, entities and addresses, and ordinary ones. */
const nasty = fc.constantFrom(...Array.from("<>&\"'/=;#x!-[]amplt0甲乙，。「」éß🌉"));
const nastyText = fc.string({ unit: nasty, minLength: 1, maxLength: 40 });

test("text in is text out, whatever it looks like", () => {
  fc.assert(
    fc.property(nastyText, (text) => {
      expect(readBody(`<p>${escapeText(text)}</p>`).segments[1]?.text).toBe(text);
      expect(readBody(escapeText(`始${text}`)).segments[1]?.text).toBe(`始${text}`);
      expect(readPastedText(`引子\n\n始${text}`).segments[1]?.text).toBe(`始${text}`);
    }),
    { numRuns: 1_000 },
  );
});

test("escaped markup never becomes markup", () => {
  const piece = fc.constantFrom(
    "<script>",
    "</p>",
    "<img src=x onerror=a>",
    "&lt;b&gt;",
    "<!--",
    "]]>",
    "甲",
    "&amp;",
  );
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      const { blocks, segments } = readBody(`<p>${escapeText(text)}</p>`);
      expect(blocks.map(({ kind }) => kind)).toEqual(["paragraph", "paragraph"]);
      expect(segments[1]?.content).toEqual([{ type: "text", text }]);
    }),
  );
});

const inlineHtml = fc.letrec<{ inline: string; text: string }>((tie) => ({
  text: nastyText.map(escapeText),
  inline: fc.oneof(
    { depthSize: "small" },
    tie("text"),
    fc.constant("<br>"),
    fc
      .tuple(
        fc.constantFrom("b", "i", "u", "sub", "span", "blink"),
        fc.array(tie("inline"), { maxLength: 3 }),
      )
      .map(([name, inner]) => `<${name}>${inner.join("")}</${name}>`),
    tie("text").map((text) => `<a href="https://example.com/?a=1&amp;b=2">${text}</a>`),
  ),
})).inline;

const blockHtml = fc.letrec<{ block: string }>((tie) => {
  const wrap = (names: readonly string[], inner: fc.Arbitrary<string[]>) =>
    fc.tuple(fc.constantFrom(...names), inner).map(([name, parts]) => `<${name}>${parts.join("")}</${name}>`);
  const inlines = fc.array(inlineHtml, { maxLength: 4 });
  return {
    block: fc.oneof(
      { depthSize: "small" },
      wrap(["p", "h2", "h3", "div", "figcaption"], inlines),
      inlines.map((parts) => parts.join("")),
      fc.constantFrom("<hr>", "<p></p>", "\n "),
      wrap(
        ["ul", "ol"],
        fc.array(wrap(["li"], fc.oneof(inlines, fc.array(tie("block"), { maxLength: 2 }))), { maxLength: 3 }),
      ),
      wrap(["blockquote", "figure", "section"], fc.array(tie("block"), { maxLength: 3 })),
      wrap(
        ["table"],
        fc.array(wrap(["tr"], fc.array(wrap(["td", "th"], inlines), { maxLength: 3 })), { maxLength: 3 }),
      ),
    ),
  };
}).block;

test("shows the same text as a browser's parser does", () => {
  fc.assert(
    fc.property(fc.array(blockHtml, { maxLength: 6 }), (parts) => {
      const html = parts.join("");
      const article = readBody(html);
      expectConsistent(article);
      expect(visible(renderAll(article))).toBe(visible(`引子${renderTree(html)}`));
    }),
    { numRuns: 500 },
  );
});

type Node = DefaultTreeAdapterMap["node"];

/** All text of parse5's tree. */
function renderTree(html: string): string {
  let text = "";
  const open: Node[] = [parseFragment(html)];
  for (let node = open.pop(); node; node = open.pop()) {
    if ("value" in node) text += node.value;
    if ("childNodes" in node) open.push(...node.childNodes.toReversed());
  }
  return text;
}

function renderAll({ blocks, segments }: ParsedArticle): string {
  return blocks
    .map((block) =>
      block.kind === "code" ? block.attributes.text : (segments[block.segment ?? -1]?.text ?? ""),
    )
    .join("");
}

const seeds = ["answers", "hostile", "refused"]
  .map((name) => new URL(`./fixtures/${name}/`, import.meta.url))
  .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(new URL(file, folder))))
  .filter((bytes) => bytes.length < 10_000);

const mutation = fc.record({
  at: fc.nat(10_000),
  remove: fc.nat(40),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom(
        "<",
        ">",
        "</p>",
        "<p>",
        "<table>",
        "<li>",
        "<a ",
        '"',
        "<!--",
        "</body>",
        "<body>",
        "&#",
        "\n# ",
        "\n- 甲：",
      )
      .map((text) => new TextEncoder().encode(text)),
  ),
});

/** The article, consistent, or null when it was refused as it should be. */
function readSafely(read: () => ParsedArticle): ParsedArticle | null {
  try {
    const article = read();
    expectConsistent(article);
    return article;
  } catch (error) {
    if (isAppError(error) && ["unreadable-file", "too-large"].includes(error.code)) return null;
    throw error;
  }
}

test("reads or refuses any damaged file, and never fails otherwise", () => {
  fc.assert(
    fc.property(fc.constantFrom(...seeds), fc.array(mutation, { maxLength: 8 }), (seed, mutations) => {
      let bytes = new Uint8Array(seed);
      for (const { at, remove, insert } of mutations) {
        const from = at % (bytes.length + 1);
        bytes = new Uint8Array([...bytes.subarray(0, from), ...insert, ...bytes.subarray(from + remove)]);
      }
      readSafely(() => readZhihuFile(bytes));
      const text = new TextDecoder().decode(bytes);
      readSafely(() => readPaste({ html: text, text }));
    }),
    { numRuns: 1_500 },
  );
});

test("any clipboard is read or refused", () => {
  const part = fc.option(fc.string({ unit: "binary", maxLength: 60 }));
  fc.assert(
    fc.property(part, part, (html, text) => void readSafely(() => readPaste({ html, text }))),
    { numRuns: 1_000 },
  );
});

test.each<[string, Paste, ReturnType<typeof detectPaste>]>([
  [
    "a saved file's text",
    { html: "<div>x</div>", text: "# 题\n- 点赞数：1\n<body><p>甲</p></body>" },
    "pasted-zhihu",
  ],
  ["a piece of its HTML", { html: null, text: '<p data-pid="a1">甲</p>' }, "pasted-zhihu"],
  ["a page", { html: "<meta charset=utf-8><p>甲</p>", text: "甲" }, "pasted-rich-text"],
  [
    "a code editor",
    { html: "<div><span style='color:red'>甲</span></div>", text: "甲\n\n乙" },
    "pasted-text",
  ],
  ["plain text", { html: null, text: "甲" }, "pasted-text"],
  ["a page without text beside", { html: "<span>甲</span>", text: "" }, "pasted-rich-text"],
  ["nothing", { html: "", text: " \n" }, null],
])("tells what a clipboard holds: %s", (_name, paste, expected) => {
  expect(detectPaste(paste)).toBe(expected);
  if (expected !== null) expect(readPaste(paste)).toMatchObject({ source: expected });
  else expect(() => readPaste(paste)).toThrow("unreadable-file");
});

test("a paste in the saved format is read as the file would be", () => {
  const bytes = readFileSync(new URL("./fixtures/answers/01-whole-answer.md", import.meta.url));
  const pasted = readPaste({ html: null, text: bytes.toString("utf8").replaceAll("\n", "\r\n") });
  expect(pasted).toEqual({ ...readZhihuFile(bytes), source: "pasted-zhihu" });
});

test("only the copied part of a Windows clipboard is read", () => {
  const html = "Version:0.9\r\n<html><body>前<!--StartFragment--><p>甲</p><!--EndFragment-->后</body></html>";
  expect(readPaste({ html, text: null }).segments.map(({ text }) => text)).toEqual(["甲"]);
});
