import type { SegmentHit } from "#core/articles/segment-hit.ts";

/** Ids of an article's segments whose target holds the words by now. Rejects when the server cannot be reached. */
export async function findTargets(
  articleId: string,
  words: string,
  signal: AbortSignal,
): Promise<ReadonlySet<string>> {
  const asked = new URLSearchParams({ words });
  const response = await fetch(`/api/articles/${articleId}/find?${asked}`, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  // Our own server's answer, as `find-in-article.ts` gives it.
  const hits = (await response.json()) as readonly SegmentHit[];
  return new Set(hits.filter(({ side }) => side === "target").map(({ segmentId }) => segmentId));
}
