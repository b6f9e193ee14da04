/** An export as people follow it: what it is doing, since when, and what came of it. */
import type { ErrorCode, ErrorDetails } from "../errors.ts";
import type { ExportNotice, JobStage, JobState } from "./options.ts";

export type ExportJob = {
  readonly id: string;
  readonly articleId: string;
  readonly state: JobState;
  readonly stage: JobStage;
  /** Milliseconds from its request to its end, or to now. */
  readonly elapsed: number;
  readonly fileName: string | null;
  readonly fileBytes: number | null;
  readonly pages: number | null;
  readonly notices: readonly ExportNotice[];
  /** Why it failed; null otherwise. */
  readonly error: { readonly code: ErrorCode | "unexpected"; readonly details: ErrorDetails } | null;
};

/** True while it waits or runs, so that it can be cancelled. */
export function isActive(job: Pick<ExportJob, "state">): boolean {
  return job.state === "waiting" || job.state === "running";
}
