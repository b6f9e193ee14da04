import { isEmptyContent } from "#core/articles/canonical.ts";
import { textSchemaVersion } from "#core/articles/inline.ts";
import type { ConfirmationLevel } from "#core/articles/states.ts";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { readLiveTarget } from "#server/collab/read-live.ts";
import { createId } from "#server/create-id.ts";
import { announceChange } from "./announce-change.ts";
import { getSegment } from "./get-article.ts";

export type ConfirmInput = {
  readonly segmentId: string;
  readonly level: ConfirmationLevel;
  /** Of the target that the person saw. */
  readonly targetHash: string;
};

/**
 * Confirms a target as the person saw it. Throws `conflict` (with the hash of today's text) when the live text is
 * another by now, `invalid-input` when it is empty or not of the text schema, and as `getSegment`.
 */
export async function confirmSegment(
  member: Member,
  { segmentId, level, targetHash }: ConfirmInput,
): Promise<void> {
  const segment = getSegment(member, segmentId, level === "approved" ? "approve" : "translate");
  const live = await readLiveTarget(segmentId);
  if (live.hash !== targetHash) throw new AppError("conflict", { segmentId, targetHash: live.hash });
  if (isEmptyContent(live.content) || !live.valid) throw new AppError("invalid-input", { field: "target" });
  const { articleId, projectId, sourceHash } = segment;
  const at = Date.now();
  write([
    getDb().insert(schema.confirmations).values({
      id: createId(),
      projectId,
      articleId,
      segmentId,
      level,
      memberId: member.id,
      targetHash,
      sourceHash,
      schemaVersion: textSchemaVersion,
      at,
    }),
  ]);
  announceChange("confirmations", { projectId, articleId, segmentId });
}
