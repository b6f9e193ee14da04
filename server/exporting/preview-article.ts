/** The first page of the PDF that an export would make now. */
import { AppError } from "#core/errors.ts";
import type { ExportOptions } from "#core/exporting/options.ts";
import type { Member } from "#core/people/permissions.ts";
import { getArticle } from "#server/articles/get-article.ts";
import { flushArticle } from "#server/collab/read-live.ts";
import { loadBook } from "./load-book.ts";
import { renderFirstPage } from "./render-pdf.ts";

/** Previews of all members that may wait or run at a time. */
const activeLimit = 8;
let active = 0;

/** SVG. Throws as `getArticle` with "export"; `too-many-requests` when too many wait; then as `flushArticle` and `PdfProcess.run`. */
export async function previewArticle(
  member: Member,
  articleId: string,
  options: ExportOptions,
): Promise<Uint8Array> {
  getArticle(member, articleId, "export");
  if (active >= activeLimit) throw new AppError("too-many-requests");
  active += 1;
  try {
    await flushArticle(articleId);
    return await renderFirstPage(loadBook(member, articleId, options.signature).book, options);
  } finally {
    active -= 1;
  }
}
