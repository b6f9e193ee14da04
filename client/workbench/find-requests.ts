import { askServer } from "#client/ask-server.ts";

/** How often the words stand by now in each target that holds them, by segment; null when the server cannot be reached. */
export async function findTargets(
  articleId: string,
  words: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number> | null> {
  const asked = new URLSearchParams({ words });
  const answer = await askServer<Readonly<Record<string, number>>>(
    `/api/articles/${articleId}/find?${asked}`,
    { signal },
  );
  return answer.ok ? new Map(Object.entries(answer.value)) : null;
}
