/** Sets a book as a PDF: one job at a time, each cancellable while it waits and while it runs. */
import type { BilingualBook } from "#core/exporting/book.ts";
import type { ExportNotice, ExportOptions, JobStage } from "#core/exporting/options.ts";
import { askPdfProcess, type PdfLimits } from "./pdf-process.ts";

export type RenderedPdf = {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly notices: readonly ExportNotice[];
};
export type RenderControl = PdfLimits & { readonly onStage?: (stage: JobStage) => void };

let queue: Promise<unknown> = Promise.resolve();

/**
 * The PDF of a book. Throws AppError `timed-out` or `too-large` when the process had to be killed, the signal's reason as
 * soon as the job is cancelled, and Error when the engine refused.
 */
export function renderPdf(
  book: BilingualBook,
  options: ExportOptions,
  { onStage, ...limits }: RenderControl = {},
): Promise<RenderedPdf> {
  const job = queue.then(() => {
    limits.signal?.throwIfAborted();
    onStage?.("setting");
    return askPdfProcess({ book, options }, limits);
  });
  queue = job.catch(() => undefined);
  return limits.signal ? endOnAbort(job, limits.signal) : job;
}

/** A job that still waits for its turn need not wait to be cancelled. */
function endOnAbort<Value>(job: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>();
  const cancel = () => reject(signal.reason);
  signal.addEventListener("abort", cancel, { once: true });
  return Promise.race([job, promise]).finally(() => signal.removeEventListener("abort", cancel));
}
