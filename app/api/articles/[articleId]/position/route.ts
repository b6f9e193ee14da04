import { z } from "zod";
import { AppError } from "#core/errors.ts";
import { idPattern } from "#core/ids.ts";
import { savePosition } from "#server/articles/save-position.ts";
import { readJson } from "#server/read-body.ts";
import { route } from "#server/route.ts";

const placeSchema = z.object({ segmentId: z.string().regex(idPattern) });

/** Keeps where the reader is. */
export const PUT = route(async (member, request, { articleId = "" }) => {
  const place = placeSchema.safeParse(await readJson(request));
  if (!place.success) throw new AppError("invalid-input", { field: "segmentId" });
  savePosition(member, { articleId, segmentId: place.data.segmentId });
});
