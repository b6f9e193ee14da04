import { followJob } from "#server/exporting/follow-job.ts";
import { route } from "#server/route.ts";

/** The job as server-sent events until it has ended. */
export const GET = route(async (member, request, { jobId = "" }) => {
  const headers = { "content-type": "text/event-stream; charset=utf-8", "x-accel-buffering": "no" };
  return new Response(followJob(member, jobId, request.signal), { headers });
});
