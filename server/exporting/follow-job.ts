import { isActive } from "#core/exporting/job.ts";
import type { Member } from "#core/people/permissions.ts";
import { getJob } from "./get-job.ts";
import { getExporter } from "./running.ts";

/** Milliseconds between messages while nothing changes: the connection stays open, the elapsed time true. */
const beat = 1000;

/** The job as server-sent events, one `ExportJob` each, until it has ended. Throws as `getJob`. */
export function followJob(member: Member, jobId: string, signal: AbortSignal): ReadableStream<Uint8Array> {
  getJob(member, jobId);
  const encoder = new TextEncoder();
  let leave = () => {};
  return new ReadableStream({
    start(controller) {
      // Who left while the question was on its way is not told again that they did.
      if (signal.aborted) return controller.close();
      const send = () => {
        const job = getJob(member, jobId);
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(job)}\n\n`));
        if (isActive(job)) return;
        leave();
        controller.close();
      };
      const tell = () => {
        try {
          send();
        } catch (error) {
          // The job is gone, or the right to see it: told by the end of the stream, never by the end of the server.
          leave();
          controller.error(error);
        }
      };
      const unwatch = getExporter().watch(jobId, tell);
      const timer = setInterval(tell, beat);
      leave = () => {
        unwatch();
        clearInterval(timer);
      };
      signal.addEventListener("abort", leave, { once: true });
      tell();
    },
    cancel: () => leave(),
  });
}
