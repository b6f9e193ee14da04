/** How often the words stand by now in each target that holds them. Rejects when the server cannot be reached. */
export async function findTargets(
  articleId: string,
  words: string,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  const asked = new URLSearchParams({ words });
  const response = await fetch(`/api/articles/${articleId}/find?${asked}`, { signal });
  if (!response.ok) throw new Error(`The server answered ${response.status}`);
  // Our own server's answer, as `find-in-article.ts` gives it.
  return new Map(Object.entries((await response.json()) as Readonly<Record<string, number>>));
}
