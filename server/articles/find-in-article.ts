import type { Member } from "#core/people/permissions.ts";
import { findInTargets } from "#db/search/find-in-targets.ts";
import { tryFlushArticle } from "#server/collab/read-live.ts";
import { runInTurns } from "#server/run-in-turns.ts";
import { getArticle } from "./get-article.ts";

/**
 * How often words stand in each target that holds them, by segment, as everybody has typed them by now; the sources do not
 * change, and whoever asks has them. Throws as `getArticle`.
 */
export async function findInArticle(
  member: Member,
  articleId: string,
  words: string,
): Promise<Readonly<Record<string, number>>> {
  getArticle(member, articleId, "read");
  await tryFlushArticle(articleId);
  return runInTurns(findInTargets(articleId, words));
}
