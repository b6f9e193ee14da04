import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { idPattern } from "#core/ids.ts";
import { createJob } from "#server/exporting/create-job.ts";
import { findLatestJob } from "#server/exporting/get-job.ts";
import { exportOptionsSchema } from "#server/exporting/options-schema.ts";
import { readJson } from "#server/read-body.ts";
import { route } from "#server/route.ts";

const order = z.strictObject({ articleId: z.string().regex(idPattern), options: exportOptionsSchema });

/** `{ articleId, options }` → the new job (`ExportJob`). */
export const POST = route(async (member, request) => {
  const parsed = order.safeParse(await readJson(request));
  if (!parsed.success) throw new AppError("invalid-input");
  return createJob(member, parsed.data.articleId, parsed.data.options);
});

/** `?articleId=…` → the member's latest job of the article, or null. */
export const GET = route(async (member, request) =>
  findLatestJob(member, new URL(request.url).searchParams.get("articleId") ?? ""),
);
