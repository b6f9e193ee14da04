import { eq } from "drizzle-orm";
import type { Inline } from "#core/articles/inline.ts";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema } from "#db/client.ts";
import { editSegment } from "#server/collab/edit-part.ts";
import { tryFlushArticle } from "#server/collab/read-live.ts";
import { getArticle } from "./get-article.ts";

/**
 * Sets a segment's target to plain text (a line feed is a break) and returns the segment's number. The segment is named
 * by its id, its number or its pid, in this order. Only what differs changes, so that others keep caret and undo.
 * Throws `not-found`, `too-large`, `storage-full` and as `getArticle`.
 */
export async function setTarget(
  member: Member,
  articleId: string,
  name: string,
  text: string,
): Promise<number> {
  getArticle(member, articleId, "translate");
  const { id, number } = findSegment(articleId, name);
  await editSegment(id, buildContent(text), { memberId: member.id, origin: "command" });
  // The log has it in any case.
  await tryFlushArticle(articleId);
  return number;
}

function findSegment(articleId: string, name: string): { id: string; number: number } {
  const { segments } = schema;
  const rows = getDb()
    .select({ id: segments.id, number: segments.number, pid: segments.pid })
    .from(segments)
    .where(eq(segments.articleId, articleId))
    .all();
  const found =
    rows.find((row) => row.id === name) ??
    rows.find((row) => String(row.number) === name) ??
    rows.find((row) => row.pid === name);
  if (!found) throw new AppError("not-found", { what: "segment" });
  return found;
}

function buildContent(text: string): Inline[] {
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: "break" as const }] : []),
      ...(line === "" ? [] : [{ type: "text" as const, text: line }]),
    ]);
}
