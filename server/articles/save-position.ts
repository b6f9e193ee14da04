import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { getSegment } from "./get-article.ts";

export type PositionInput = { readonly articleId: string; readonly segmentId: string };

/** Keeps where the member is, so that the article opens there next time. Throws as `getSegment`. */
export function savePosition(member: Member, { articleId, segmentId }: PositionInput): void {
  const segment = getSegment(member, segmentId, "read");
  if (segment.articleId !== articleId) throw new AppError("not-found");
  const { readingPositions } = schema;
  const now = { segmentId, at: Date.now() };
  write([
    getDb()
      .insert(readingPositions)
      .values({ memberId: member.id, articleId, projectId: member.projectId, ...now })
      .onConflictDoUpdate({ target: [readingPositions.memberId, readingPositions.articleId], set: now }),
  ]);
}
