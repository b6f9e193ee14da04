/** Books to print in tests, written as saved answers, and readers of what came out. */
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Inline, isPlaceholder, renderPlainText } from "#core/articles/inline.ts";
import type { BilingualBook } from "#core/exporting/book.ts";
import { type BookFacts, buildBook } from "#core/exporting/build-book.ts";
import { readZhihuFile } from "#core/importing/read-article.ts";

/** The translation of a segment's source, [] for none. */
export type Translate = (source: readonly Inline[], number: number) => readonly Inline[];

export const text = (value: string): Inline => ({ type: "text", text: value });

/** Every segment in the same few words, with the marks of its source. */
export const inEnglish: Translate = (source, number) => [
  text(`English of ${number}`),
  ...source.filter(isPlaceholder),
];
export const untranslated: Translate = () => [];

/** The book of an answer with this HTML; its title is segment 1. */
export function aBook(
  html: string,
  translate: Translate = inEnglish,
  changes: Partial<BookFacts> = {},
): BilingualBook {
  const file = `# ${changes.title ?? "桥"}\n<body>${html}</body>`;
  const { segments, blocks } = readZhihuFile(new TextEncoder().encode(file));
  const facts: BookFacts = {
    title: renderPlainText(segments[0]?.content ?? []),
    author: null,
    sourceUrl: null,
    sourceDate: null,
    translators: [],
    reviewers: [],
    permission: "unknown",
    editionDate: "2026-11-23",
    ...changes,
  };
  const texts = segments.map(({ kind, content }, index) => {
    const target = translate(content, index + 1);
    return { kind, content, target, state: target.length > 0 ? "draft" : "untranslated" } as const;
  });
  return buildBook(facts, blocks, texts);
}

export function openPdf(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
}

/** The characters of each page in reading order, without white space: every reader infers its own. */
export async function readPages(pdf: Uint8Array): Promise<string[]> {
  const document = await openPdf(pdf);
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const { items } = await (await document.getPage(index + 1)).getTextContent();
      return items
        .map((item) => ("str" in item ? item.str : ""))
        .join("")
        .replace(/[\s\u200b]/g, "");
    }),
  );
}

/** What assistive software is told a page consists of: the roles of its structure, outermost first. */
export async function readRoles(pdf: Uint8Array, page = 1): Promise<string[]> {
  const tree = await (await (await openPdf(pdf)).getPage(page)).getStructTree();
  const list = (node: unknown): string[] => {
    if (typeof node !== "object" || node === null || !("role" in node)) return [];
    const children = "children" in node && Array.isArray(node.children) ? node.children : [];
    return [String(node.role), ...children.flatMap(list)];
  };
  return list(tree);
}
