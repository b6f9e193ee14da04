import type { ConceptEntry } from "#core/glossary/concept.ts";
import { isCurrent } from "#core/glossary/recognise.ts";
import type { Member } from "#core/people/permissions.ts";
import { getArticle } from "#server/articles/get-article.ts";
import { readArticleUses } from "#server/glossary/read-article-uses.ts";
import { readGlossary } from "#server/glossary/read-glossary.ts";

/**
 * What translators of an article see of the glossary: the approved and proposed concepts that its sources use. Who
 * recognises with these alone finds what the whole glossary would: of terms that overlap, the one that wins is here.
 * Throws as `getArticle`.
 */
export async function getArticleConcepts(member: Member, articleId: string): Promise<ConceptEntry[]> {
  const { projectId } = getArticle(member, articleId, "read");
  const glossary = await readGlossary(projectId);
  const uses = await readArticleUses(projectId, glossary, articleId);
  return glossary.ordered
    .map(({ concept }) => concept)
    .filter((concept) => uses.has(concept.id) && isCurrent(concept));
}
