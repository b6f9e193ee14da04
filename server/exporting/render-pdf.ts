/** What the engine makes of a book: its PDF, or its first page as a picture, by a process for each so that neither waits. */
import type { BilingualBook } from "#core/exporting/book.ts";
import type { ExportNotice, ExportOptions } from "#core/exporting/options.ts";
import { selectFirstPage } from "#core/exporting/select-first-page.ts";
import { buildImprint } from "./build-imprint.ts";
import { type PdfControl, PdfProcess } from "./pdf-process.ts";

export type RenderedPdf = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly notices: readonly ExportNotice[];
};

const printer = new PdfProcess();
const previewer = new PdfProcess();
/** Milliseconds, for a process that hangs: a page takes a tenth of a second, but the first loads engine and fonts. */
const previewTime = 60_000;

/** The PDF of a book. Throws as `PdfProcess.run`. */
export async function renderPdf(
  book: BilingualBook,
  options: ExportOptions,
  control: PdfControl = {},
): Promise<RenderedPdf> {
  const { file, pages, notices } = await printer.run(
    { format: "pdf", ...buildPages(book, options) },
    control,
  );
  return { pdf: file, pages, notices };
}

/** The first page as SVG. Throws as `PdfProcess.run`. */
export async function renderFirstPage(book: BilingualBook, options: ExportOptions): Promise<Uint8Array> {
  const request = { format: "svg", ...buildPages(selectFirstPage(book), options) } as const;
  const { file } = await previewer.run(request, { timeLimit: previewTime });
  return file;
}

const buildPages = (book: BilingualBook, options: ExportOptions) => ({
  book,
  options,
  imprint: buildImprint(book, options.language),
});

/** The process id of the kept child that makes PDFs, for tests and measurements; null when none is kept. */
export function getPdfProcessId(): number | null {
  return printer.id;
}
