import type { SegmentHit } from "#core/articles/segment-hit.ts";
import type { Member } from "#core/people/permissions.ts";
import { findInSegments } from "#db/search/find-in-segments.ts";
import { tryFlushArticle } from "#server/collab/read-live.ts";
import { getArticle } from "./get-article.ts";

/** Where words stand in sources and targets, as everybody has typed them by now. Throws as `getArticle`. */
export async function findInArticle(member: Member, articleId: string, words: string): Promise<SegmentHit[]> {
  getArticle(member, articleId, "read");
  await tryFlushArticle(articleId);
  return findInSegments(articleId, words);
}
