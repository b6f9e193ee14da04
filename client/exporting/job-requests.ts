/** The browser's side of an export: order it, follow it, cancel it, fetch its file. */
import type { ErrorCode, ErrorDetails } from "#core/errors.ts";
import type { ExportJob } from "#core/exporting/job.ts";
import type { ExportOptions } from "#core/exporting/options.ts";

/** `unreachable`: no answer came at all. */
export type JobFailure =
  | { readonly code: ErrorCode | "unexpected"; readonly details: ErrorDetails }
  | "unreachable";
export type JobAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: JobFailure };

export function createExport(articleId: string, options: ExportOptions): Promise<JobAnswer<ExportJob>> {
  return ask("/api/jobs", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ articleId, options }),
  });
}

/** The latest job of an article, null when there was none. */
export function findExport(articleId: string): Promise<JobAnswer<ExportJob | null>> {
  return ask(`/api/jobs?articleId=${articleId}`);
}

export function cancelExport(jobId: string): Promise<JobAnswer<ExportJob>> {
  return ask(`/api/jobs/${jobId}`, { method: "DELETE" });
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

/** Saves the file as a click on its link would. */
export function saveExport(jobId: string): void {
  const link = document.createElement("a");
  link.href = getFileAddress(jobId);
  link.download = "";
  link.click();
}

async function ask<Value>(address: string, init?: RequestInit): Promise<JobAnswer<Value>> {
  try {
    const response = await fetch(address, init);
    // The shapes that `server/route.ts` answers with.
    if (response.ok) return { ok: true, value: (await response.json()) as Value };
    const { error } = (await response.json()) as { error: Exclude<JobFailure, "unreachable"> };
    return { ok: false, failure: error };
  } catch {
    return { ok: false, failure: "unreachable" };
  }
}
