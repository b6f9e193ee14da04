import { eq } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import { getDb, schema } from "#db/client.ts";

/** The id of the part that holds a segment. Throws `not-found`. */
export function getPartId(segmentId: string): string {
  const { id, partId } = schema.segments;
  const row = getDb().select({ partId }).from(schema.segments).where(eq(id, segmentId)).get();
  if (!row) throw new AppError("not-found");
  return row.partId;
}
