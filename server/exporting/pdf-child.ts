/** The child process that sets pages. One job at a time; the parent may kill it at any moment. */
import { join } from "node:path";
import { NodeCompiler, type NodeTypstDocument } from "@myriaddreamin/typst-ts-node-compiler";
import type { Inline } from "#core/articles/inline.ts";
import type { BilingualBook } from "#core/exporting/book.ts";
import { listPairs } from "#core/exporting/list-pairs.ts";
import type { ExportNotice } from "#core/exporting/options.ts";
import { buildPageData, type Pages } from "./build-page-data.ts";
import { readFontFaces } from "./font-files.ts";
import type { Typeset } from "./formula-setter.ts";
import { readFontCoverage } from "./read-font-coverage.ts";

/** `svg` is the first page alone. */
export type PdfRequest = Pages & { readonly format: "pdf" | "svg" };
export type PdfReply =
  | {
      readonly type: "done";
      readonly file: Uint8Array;
      readonly pages: number;
      readonly notices: readonly ExportNotice[];
      /** Resident bytes of this process now. */
      readonly memory: number;
    }
  | { readonly type: "failed"; readonly reason: string };

const workspace = import.meta.dirname;
const faces = readFontFaces();
// Every text falls back to each face in turn, so what all weights of one of them have is never missing.
const coverage = faces.map((files) => files.map(readFontCoverage));
const hasGlyph = (code: number) => coverage.some((face) => face.every((file) => file.has(code)));
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: faces.flat() }] });

async function setPages({ format, ...pages }: PdfRequest): Promise<PdfReply> {
  const { json, notices } = buildPageData(pages, hasGlyph, await loadTypeset(pages.book));
  compiler.mapShadow(join(workspace, "data.json"), Buffer.from(json));
  const compiled = compiler.compile({ mainFilePath: join(workspace, "template.typ") });
  const document = compiled.result;
  if (!document) {
    const problems = compiled.takeDiagnostics();
    return {
      type: "failed",
      reason: JSON.stringify(problems ? compiler.fetchDiagnostics(problems) : "no document"),
    };
  }
  const file = format === "pdf" ? buildPdf(document) : buildFirstPage(document);
  const memory = process.memoryUsage.rss();
  return { type: "done", file, pages: document.numOfPages, notices, memory };
}

function buildPdf(document: NodeTypstDocument): Uint8Array {
  // The package declares a const enum without a value at run time; the engine reads this string.
  return new Uint8Array(compiler.pdf(document, { pdfStandard: "ua-1" as never }));
}

/** The engine stacks all pages in one picture: it is cut below the first. A third of it would be indentation. */
function buildFirstPage(document: NodeTypstDocument): Uint8Array {
  const stack = compiler.plainSvg(document).replace(/>\s+</g, "><");
  const size = /viewBox="0 0 (\S+) (\S+)" width="\S+" height="\S+"/;
  const svg = stack.replace(size, (_, width, height) => {
    const page = Number(height) / document.numOfPages;
    return `viewBox="0 0 ${width} ${page}" width="${width}pt" height="${page}pt"`;
  });
  return new Uint8Array(Buffer.from(svg));
}

/** The formula engine takes a fifth of a second to load, so only a book with formulas loads it. */
async function loadTypeset(book: BilingualBook): Promise<Typeset> {
  const isNeeded =
    book.pieces.some((piece) => piece.type === "formula") ||
    listTexts(book).some((text) => text.some((item) => item.type === "formula"));
  return isNeeded ? (await import("./typeset-formula.ts")).typesetFormula : () => null;
}

function listTexts(book: BilingualBook): (readonly Inline[])[] {
  return [book.title, book.targetTitle, ...listPairs(book).flatMap(({ source, target }) => [source, target])];
}

process.on("message", async (request: PdfRequest) => {
  try {
    process.send?.(await setPages(request));
  } catch (error) {
    process.send?.({ type: "failed", reason: String(error) } satisfies PdfReply);
  } finally {
    compiler.evictCache(0);
    // The engine's memory is invisible to the collector's own schedule.
    globalThis.gc?.();
  }
});
// Whoever asked has gone: there is nobody left to tell.
process.on("disconnect", () => process.exit(0));
process.on("error", () => process.exit(0));
