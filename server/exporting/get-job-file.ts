import { readFile } from "node:fs/promises";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { getJob } from "./get-job.ts";
import { getExporter } from "./running.ts";

export type JobFile = { readonly fileName: string; readonly data: Uint8Array<ArrayBuffer> };

/** The finished PDF. Throws as `getJob`; `not-found` before it is done and after it was cleared away. */
export async function getJobFile(member: Member, jobId: string): Promise<JobFile> {
  const { state, fileName } = getJob(member, jobId);
  if (state !== "done" || !fileName) throw new AppError("not-found");
  try {
    return { fileName, data: new Uint8Array(await readFile(getExporter().getFile(jobId))) };
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") throw new AppError("not-found");
    throw error;
  }
}
