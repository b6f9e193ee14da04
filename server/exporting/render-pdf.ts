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
 * The PDF of a book. Throws AppError `timed-out` or `too-large` when the process had to be killed, the signal's reason when
 * the job is cancelled (at once while it waits, else as soon as its process is dead), and Error when the engine refused.
 */
export function renderPdf(
  book: BilingualBook,
  options: ExportOptions,
  { onStage, ...limits }: RenderControl = {},
): Promise<RenderedPdf> {
  const { signal } = limits;
  const waiting = endOnAbort(queue, signal);
  const job = waiting.then(() => {
    onStage?.("setting");
    return askPdfProcess({ book, options }, limits);
  });
  queue = Promise.all([queue, job.catch(() => undefined)]);
  return job;
}

/** A job that still waits for its turn need not wait to be cancelled. */
function endOnAbort(turn: Promise<unknown>, signal: AbortSignal | undefined): Promise<unknown> {
  if (!signal) return turn;
  const { promise, reject } = Promise.withResolvers<never>();
  const cancel = () => reject(signal.reason);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel, { once: true });
  return Promise.race([promise, turn]).finally(() => signal.removeEventListener("abort", cancel));
}
