/** Books to print in tests, written as saved answers, and readers of what came out. */
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Inline, isPlaceholder, renderPlainText } from "#core/articles/inline.ts";
import type { BilingualBook } from "#core/exporting/book.ts";
import { type BookFacts, buildBook } from "#core/exporting/build-book.ts";
import { bridgeFacts } from "#core/exporting/fixture-facts.ts";
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
    ...bridgeFacts,
    title: renderPlainText(segments[0]?.content ?? []),
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

/** What `read` makes of each page. */
async function mapPages<Value>(
  pdf: Uint8Array,
  read: (page: PDFPageProxy) => Promise<Value>,
): Promise<Value[]> {
  const document = await openPdf(pdf);
  return Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => read(await document.getPage(index + 1))),
  );
}

/** The characters of each page in reading order, without white space: every reader infers its own. */
export function readPages(pdf: Uint8Array): Promise<string[]> {
  return mapPages(pdf, async (page) => {
    const { items } = await page.getTextContent();
    return items
      .map((item) => ("str" in item ? item.str : ""))
      .join("")
      .replace(/[\s\u200b]/g, "");
  });
}

/** Points from the page's left edge: where the source begins and ends, and where the translation does on A4. */
export const edges = { source: [62.36, 282.86], target: [314.26, 532.91] } as const;

export type PrintedLine = {
  readonly side: "source" | "gutter" | "target";
  /** From the page's foot. */
  readonly y: number;
  readonly left: number;
  readonly right: number;
  readonly text: string;
};

/** The lines of each page as they stand on the paper, from the places of its glyphs; head and foot too. */
export function readLines(pdf: Uint8Array): Promise<PrintedLine[][]> {
  return mapPages(pdf, async (page) => {
    const { items } = await page.getTextContent();
    const glyphs = items.flatMap((item) => {
      if (!("str" in item) || item.str.trim() === "") return [];
      const [, , , , left, y] = item.transform.map(Number);
      if (left === undefined || y === undefined) return [];
      const inSource = left < edges.source[1];
      const side = inSource ? "source" : left < edges.target[0] - 1 ? "gutter" : "target";
      return [{ side, y, left, right: left + item.width, text: item.str } as const];
    });
    return [...Map.groupBy(glyphs, ({ side, y }) => `${side} ${y.toFixed(1)}`).values()].map(joinLine);
  });
}

function joinLine(parts: readonly PrintedLine[]): PrintedLine {
  const [{ side, y } = { side: "source" as const, y: 0 }] = parts;
  const left = Math.min(...parts.map((part) => part.left));
  const right = Math.max(...parts.map((part) => part.right));
  return { side, y, left, right, text: parts.map((part) => part.text).join("") };
}

/** How high above the page's foot the rules stand that end a section, page by page. */
export function readDividers(pdf: Uint8Array): Promise<number[][]> {
  return mapPages(pdf, async (page) => {
    const { fnArray, argsArray } = await page.getOperatorList();
    let y = 0;
    return fnArray.flatMap((operator, index) => {
      if (operator === OPS.transform) y = Number(argsArray[index][5]);
      return operator === OPS.setStrokeRGBColor && argsArray[index][0] === "#b3372b" ? [y] : [];
    });
  });
}

type StructureNode = {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly lang?: string;
  readonly children?: readonly StructureNode[];
};

async function readStructure(page: PDFPageProxy): Promise<StructureNode> {
  return (await page.getStructTree()) as StructureNode;
}

/** What assistive software is told a page consists of: the roles of its structure, outermost first. */
export async function readRoles(pdf: Uint8Array, page = 1): Promise<string[]> {
  const list = ({ role, children = [] }: StructureNode): string[] =>
    role === undefined ? [] : [role, ...children.flatMap(list)];
  return list(await readStructure(await (await openPdf(pdf)).getPage(page)));
}

/** The paragraphs and headings of a page, without white space, by the languages that speech software reads them in. */
export async function readLanguages(pdf: Uint8Array, page = 1): Promise<Map<string, string>> {
  const document = await openPdf(pdf);
  const { info } = await document.getMetadata();
  const opened = await document.getPage(page);
  const texts = await readMarkedTexts(opened);
  const languages = new Map<string, string>();
  const visit = (
    { role = "", children = [], lang, id }: StructureNode,
    around: string,
    paragraph: string[],
  ) => {
    const language = lang ?? around;
    const own = /^(P|H\d)$/.test(role) ? [] : paragraph;
    if (id !== undefined) own.push(texts.get(id) ?? "");
    for (const child of children) visit(child, language, own);
    if (own !== paragraph) languages.set(own.join("").replace(/\s/g, ""), language);
  };
  visit(await readStructure(opened), "Language" in info ? String(info.Language) : "", []);
  return languages;
}

/** The text of each piece of content that the structure names. */
async function readMarkedTexts(page: PDFPageProxy): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ("str" in item) {
      const id = open.findLast((each) => each !== "") ?? "";
      texts.set(id, (texts.get(id) ?? "") + item.str);
    } else if (item.type === "endMarkedContent") open.pop();
    else open.push(item.id ?? "");
  }
  return texts;
}
