import type { ExportJob } from "#core/exporting/job.ts";
import type { Member } from "#core/people/permissions.ts";
import { getJob } from "./get-job.ts";
import { getExporter } from "./running.ts";

/** Ends a job with its process; one that has ended stays as it is. Returns the job. Throws as `getJob`. */
export async function cancelJob(member: Member, jobId: string): Promise<ExportJob> {
  getJob(member, jobId);
  await getExporter().cancel(jobId);
  return getJob(member, jobId);
}
