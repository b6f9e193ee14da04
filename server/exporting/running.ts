/**
 * The one exporter of the process. Route handlers are bundled by Next, the exporter is loaded by Node at start (it must
 * find the file of its child process), so they meet on `globalThis`.
 */
import type { ExportOptions } from "#core/exporting/options.ts";
import type { Member } from "#core/people/permissions.ts";

export type ExportOrder = {
  readonly jobId: string;
  readonly articleId: string;
  readonly options: ExportOptions;
};

export type Exporter = {
  /** Begins a job that has its row, and returns at once. */
  start(member: Member, order: ExportOrder): void;
  /** Ends a job and its process; resolves when its row says so. Nothing happens to a job that has ended. */
  cancel(jobId: string): Promise<void>;
  /** Ends every job with its process. Their rows stay as they are: the next start marks them. */
  stop(): Promise<void>;
  /** Calls `listener` after each change of the job's row; returns the end of it. */
  watch(jobId: string, listener: () => void): () => void;
  /** The first page of an article as SVG; as `previewArticle`. */
  preview(member: Member, articleId: string, options: ExportOptions): Promise<Uint8Array>;
  /** Absolute path of a job's finished file. */
  getFile(jobId: string): string;
};

const key = Symbol.for("duizhao.exporter");
const holder = globalThis as { [key]?: Exporter };

export function getExporter(): Exporter {
  const exporter = holder[key];
  if (!exporter) throw new Error("no exporter is running");
  return exporter;
}

export function setExporter(exporter: Exporter): void {
  holder[key] = exporter;
}
