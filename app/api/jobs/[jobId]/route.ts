import { cancelJob } from "#server/exporting/cancel-job.ts";
import { getJob } from "#server/exporting/get-job.ts";
import { route } from "#server/route.ts";

export const GET = route(async (member, _request, { jobId = "" }) => getJob(member, jobId));

/** Cancels it; answers with the job as it ended. */
export const DELETE = route((member, _request, { jobId = "" }) => cancelJob(member, jobId));
