import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { permissions } from "#core/importing/parsed-article.ts";
import { keepImport } from "#server/importing/keep-import.ts";
import { discardUpload } from "#server/importing/staging.ts";
import { readJson } from "#server/read-body.ts";
import { route } from "#server/route.ts";

const fieldsSchema = z.object({
  title: z.string().trim().max(500).optional(),
  author: z.string().trim().max(200).nullable(),
  permission: z.enum(permissions),
});

/** Keeps the upload: `ImportFields` → `{ articleId }`. */
export const POST = route(async (member, request, { token = "" }) => {
  const fields = fieldsSchema.safeParse(await readJson(request));
  if (!fields.success)
    throw new AppError("invalid-input", { field: String(fields.error.issues[0]?.path[0]) });
  const { id } = await keepImport(member, token, fields.data);
  return { articleId: id };
});

/** Forgets the upload. */
export const DELETE = route(async (member, _request, { token = "" }) => {
  await discardUpload(member, token);
});
