import { expect, test } from "vitest";
import { readZhihuFile } from "../importing/read-article.ts";
import type { BookPiece } from "./book.ts";
import { buildBook } from "./build-book.ts";
import { bridgeFacts } from "./fixture-facts.ts";

function aBook(html: string) {
  const { blocks, segments } = readZhihuFile(new TextEncoder().encode(`# 桥\n<body>${html}</body>`));
  const texts = segments.map(({ kind, content }) => ({ kind, content, target: [], state: "draft" as const }));
  return buildBook(bridgeFacts, blocks, texts);
}

const formula = '<img eeimg="1" alt="a">';
const card = (inside: string) =>
  `<a data-draft-type="link-card" href="https://example.com/card">${inside}</a>`;

test.each([
  ["a card", card("https://example.com/card"), "https://example.com/card"],
  ["a video", '<a class="video-box" href="https://example.com/video"></a>', "https://example.com/video"],
])("%s without a title is a figure of its address", (_, html, src) => {
  const place = { isQuoted: false, item: null };
  expect(aBook(html).pieces).toEqual([{ type: "figure", alt: "", src, ...place }]);
});

test("a card with a title is its title, with the address", () => {
  expect(aBook(card("一座桥")).pieces).toMatchObject([
    { kind: "link-card", href: "https://example.com/card" },
  ]);
});

test("a note may be only an address, but not nothing", () => {
  const mark = (number: number, text: string, url: string) =>
    `<sup data-draft-type="reference" data-numero="${number}" data-text="${text}" data-url="${url}">[${number}]</sup>`;
  const url = "https://example.com/2";
  const { notes } = aBook(`<p>乙${mark(1, "见县志", "")}${mark(2, "", url)}${mark(3, "", "")}</p>`);
  expect(notes).toMatchObject([
    { footnote: 1, href: null, pair: { number: 3 } },
    { footnote: 2, href: url, pair: null },
  ]);
});

/** A piece's kind and its place in a list, as in "formula 0 1." or, where it goes on with an item, "paragraph 0". */
function tellItem(piece: BookPiece): string {
  const item = "item" in piece ? piece.item : null;
  const mark = item?.isFirst ? ` ${item.ordinal ?? "•"}` : "";
  return `${piece.type === "pair" ? piece.kind : piece.type}${item ? ` ${item.depth}` : ""}${mark}`;
}

test.each([
  [`<ol><li>${formula}</li><li>乙</li></ol>`, ["formula 0 1", "list-item 0 2"]],
  ["<ul><li>甲<p>乙</p></li></ul><p>丙</p>", ["list-item 0 •", "paragraph 0", "paragraph"]],
  [`<ol><li><pre><code lang="c">x = 1;</code></pre><p>甲</p></li></ol>`, ["code 0 1", "paragraph 0"]],
  [
    `<ol><li>甲<ul><li>${formula}</li></ul><p>乙</p></li></ol>`,
    ["list-item 0 1", "formula 1 •", "paragraph 0"],
  ],
  [
    "<ol><li><h3>一</h3><p>甲</p></li><li><table><tr><td>格</td></tr></table><p>乙</p></li></ol>",
    ["heading 0 1", "paragraph 0", "table 0 2", "paragraph 0"],
  ],
  ["<ol><li><hr><p>甲</p></li></ol>", ["divider", "paragraph 0 1"]],
])("an item begins once and holds all that is in it: %s", (html, told) => {
  expect(aBook(html).pieces.map(tellItem)).toEqual(told);
});

test("what stands in a quote says so, however deep, and so do its items", () => {
  const { pieces } = aBook(
    "<blockquote><p>甲</p><blockquote><ul><li>乙</li></ul></blockquote></blockquote><p>丙</p>",
  );
  expect(pieces.map((piece) => "isQuoted" in piece && piece.isQuoted)).toEqual([true, true, false]);
});

test.each([
  ["<table><caption>表一</caption><tr><td>甲</td></tr></table>", ["caption", "table"]],
  ["<table><tr><td>甲</td></tr><caption>表一</caption></table>", ["table", "caption"]],
  ["<table><caption>表一</caption><tr><td></td></tr></table>", ["caption"]],
])("a table stands beside its caption in the order of their numbers: %s", (html, told) => {
  expect(aBook(html).pieces.map(tellItem)).toEqual(told);
});
