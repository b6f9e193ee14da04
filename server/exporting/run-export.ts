/** Makes the bilingual PDF of an article as its text is this moment. */
import { buildFileName } from "#core/exporting/file-name.ts";
import type { ExportNotice, ExportOptions, JobStage } from "#core/exporting/options.ts";
import type { Member } from "#core/people/permissions.ts";
import { getArticle } from "#server/articles/get-article.ts";
import { flushArticle } from "#server/collab/read-live.ts";
import { loadBook } from "./load-book.ts";
import { renderPdf } from "./render-pdf.ts";

export type ExportedPdf = {
  readonly pdf: Uint8Array;
  readonly fileName: string;
  readonly pages: number;
  readonly notices: readonly ExportNotice[];
};
export type ExportControl = {
  readonly signal?: AbortSignal;
  readonly onStage?: (stage: JobStage) => void;
};

/** Throws as `getArticle` with "export" and as `flushArticle`, then as `renderPdf`; the signal's reason when it was aborted. */
export async function exportArticle(
  member: Member,
  articleId: string,
  options: ExportOptions,
  { signal, onStage }: ExportControl = {},
): Promise<ExportedPdf> {
  getArticle(member, articleId, "export");
  onStage?.("collecting");
  await flushArticle(articleId);
  signal?.throwIfAborted();
  const { book, notices } = loadBook(member, articleId, options.signature);
  const rendered = await renderPdf(book, options, { signal, onStage });
  return {
    ...rendered,
    fileName: buildFileName(book.plainTitle, "pdf"),
    notices: [...notices, ...rendered.notices],
  };
}
