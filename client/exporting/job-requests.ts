/** The browser's side of an export: order it, follow it, cancel it, fetch its file. */
import { type Answer, askServer } from "#client/ask-server.ts";
import type { ExportJob } from "#core/exporting/job.ts";
import type { ExportOptions } from "#core/exporting/options.ts";

export function createExport(articleId: string, options: ExportOptions): Promise<Answer<ExportJob>> {
  return askServer("/api/jobs", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ articleId, options }),
  });
}

/** The latest job of an article, null when there was none. */
export function findExport(articleId: string): Promise<Answer<ExportJob | null>> {
  return askServer(`/api/jobs?articleId=${articleId}`);
}

export function cancelExport(jobId: string): Promise<Answer<ExportJob>> {
  return askServer(`/api/jobs/${jobId}`, { method: "DELETE" });
}

/** Hears of each change until the job has ended or the returned function is called. A lost connection is taken up again. */
export function followExport(
  jobId: string,
  onChange: (job: ExportJob) => void,
  onLost: () => void,
): () => void {
  const events = new EventSource(`/api/jobs/${jobId}/events`);
  events.addEventListener("message", (event: MessageEvent<string>) => {
    // Our own server's answer, as `follow-job.ts` writes it.
    const job = JSON.parse(event.data) as ExportJob;
    if (job.state !== "waiting" && job.state !== "running") events.close();
    onChange(job);
  });
  events.addEventListener("error", () => {
    if (events.readyState === EventSource.CLOSED) onLost();
  });
  return () => events.close();
}

/** Where a finished job's file lies. */
export function getFileAddress(jobId: string): string {
  return `/api/jobs/${jobId}/file`;
}
