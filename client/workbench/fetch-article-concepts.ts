import { type Answer, askServer } from "#client/ask-server.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";

/** The current concepts that an article's sources use. */
export function fetchArticleConcepts(
  articleId: string,
  signal: AbortSignal,
): Promise<Answer<readonly ConceptEntry[]>> {
  return askServer(`/api/articles/${articleId}/concepts`, { signal });
}
