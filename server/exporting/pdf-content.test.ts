import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "pdf-lib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, test } from "vitest";
import type { Block } from "#core/articles/blocks.ts";
import type { Inline } from "#core/articles/inline.ts";
import { type BookFacts, type BookSegment, buildBook } from "#core/exporting/build-book.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { type RenderedPdf, renderPdf } from "./render-pdf.ts";

const facts: BookFacts = {
  title: "河上的桥",
  author: "修桥人",
  sourceUrl: "https://example.org/bridges/1?a=b",
  sourceDate: "2024-03-05T23:10:00+08:00",
  translators: ["Li", "Ana"],
  reviewers: ["Chen"],
  permission: "author-agreed",
  editionDate: "2026-11-23",
};
const text = (value: string, marks: Extract<Inline, { type: "text" }>["marks"] = []): Inline => ({
  type: "text",
  text: value,
  marks,
});
const place = { pid: null, parent: null };
const blocks: Block[] = [
  { ...place, kind: "heading", segment: 1, attributes: { level: 2 } },
  { ...place, kind: "paragraph", segment: 2, attributes: {} },
  { ...place, kind: "divider", segment: null, attributes: {} },
  { ...place, kind: "list-item", segment: 3, attributes: { depth: 0, ordinal: 1 } },
  { ...place, kind: "quote", segment: null, attributes: { depth: 0 } },
  { ...place, kind: "paragraph", parent: 4, segment: 4, attributes: {} },
  {
    ...place,
    kind: "code",
    segment: null,
    attributes: { language: "c", text: "int main() {\n  return 0;\n}" },
  },
  { ...place, kind: "formula", segment: null, attributes: { tex: "E=mc^2+\\frac{a}{b}" } },
  {
    ...place,
    kind: "figure",
    segment: null,
    attributes: { src: "https://example.org/a.png", alt: "一座桥", width: null, height: null },
  },
  { ...place, kind: "table", segment: null, attributes: { rows: 1, columns: 1 } },
  { ...place, kind: "table-cell", parent: 9, segment: 5, attributes: { row: 0, column: 0, header: true } },
  { ...place, kind: "link-card", segment: 6, attributes: { href: "https://example.org/card", host: null } },
  { ...place, kind: "paragraph", segment: 7, attributes: {} },
  { ...place, kind: "footnote", segment: 8, attributes: { number: 1, href: "javascript:alert(1)" } },
];
const pair = (kind: BookSegment["kind"], content: Inline[], target: Inline[]): BookSegment => ({
  kind,
  content,
  target,
  state: "draft",
});
const long = "x".repeat(5_000);
const segments: BookSegment[] = [
  pair("title", [text("河上的桥")], [text("The bridge over the river")]),
  pair("heading", [text("为什么是拱")], [text("Why an arch")]),
  pair(
    "paragraph",
    [
      text("石头怕拉不怕压，"),
      text("弯道超车", ["bold"]),
      { type: "formula", id: "f1", tex: "x^2\\text{当}y" },
      { type: "footnote", id: "n1", number: 1 },
      { type: "formula", id: "f2", tex: "\\nonsense" },
    ],
    [text("Stone fears being "), text("pulled", ["italic"]), { type: "formula", id: "f1", tex: "x^2" }],
  ),
  pair("list-item", [text("先搭拱架")], [text("First the centring")]),
  pair("quote", [text("桥是慢慢长出来的。")], [text("A bridge grows.")]),
  pair("table-cell", [text("年份")], [text("Year")]),
  pair("link-card", [text("一座老桥")], [text("An old bridge")]),
  pair("paragraph", [text(`𪚥😀 ${long}`)], [text(long)]),
  pair("footnote", [text("见第二章。")], []),
];

let rendered: RenderedPdf;
let found: string;
beforeAll(async () => {
  rendered = await renderPdf(buildBook(facts, blocks, segments), defaultExportOptions);
  found = await readText(rendered.pdf);
});

async function readText(pdf: Uint8Array): Promise<string> {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const content = await (await document.getPage(index + 1)).getTextContent();
    return content.items.map((item) => ("str" in item ? item.str : "")).join("");
  });
  return (await Promise.all(pages)).join("\n");
}

test.each([
  "弯道超车",
  "石头怕拉不怕压",
  "Why an arch",
  "1. 先搭拱架",
  "https://example.org/card",
  "Written by 修桥人 · 5 March 2024 · translated by Li and Ana · reviewed by Chen",
  "[U+2A6A5]😀",
  "\\nonsense",
])("a reader finds %j", (words) => expect(found.replace(/\u200b/g, "")).toContain(words));

test("what was replaced is told once, with its segment", () => {
  expect(rendered.notices).toEqual([
    { code: "formula-as-code", segment: 3, detail: "\\nonsense" },
    { code: "missing-glyph", segment: 8, detail: "U+2A6A5" },
    { code: "long-token-broken", segment: 8, detail: "x".repeat(40) },
  ]);
});

test("an address that is no web page is neither printed nor followed", async () => {
  expect(found).not.toContain("javascript");
  expect(Buffer.from(rendered.pdf).toString("latin1")).not.toContain("javascript");
});

test("it is tagged, names its language and title, and brings only its own fonts, as subsets", async () => {
  const document = await PDFDocument.load(rendered.pdf, { updateMetadata: false });
  const { catalog } = document;
  expect(catalog.lookup(PDFName.of("StructTreeRoot"), PDFDict)).toBeDefined();
  expect(readString(catalog.lookup(PDFName.of("Lang")))).toBe("en");
  expect(document.getTitle()).toBe("河上的桥");
  const fonts = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []))
    .filter((object) => object.get(PDFName.of("Type")) === PDFName.of("FontDescriptor"));
  const names = fonts.map((font) => String(font.get(PDFName.of("FontName"))));
  expect(names.length).toBeGreaterThan(2);
  for (const name of names)
    expect(name).toMatch(/^\/[A-Z]{6}\+(NotoSerifSC|SourceSerif4|NotoEmoji|DejaVuSansMono)/);
  const isEmbedded = (font: PDFDict) => ["FontFile2", "FontFile3"].some((key) => font.has(PDFName.of(key)));
  expect(fonts.every(isEmbedded)).toBe(true);
});

function readString(value: unknown): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : String(value);
}
