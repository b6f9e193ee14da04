import type { Block } from "#core/articles/blocks.ts";
import type { ParsedArticle } from "#core/importing/parsed-article.ts";

/** The article with a title segment before all others, for a file that has none. One that has a title stays as it is. */
export function addTitle(article: ParsedArticle, title: string): ParsedArticle {
  if (article.title !== null) return article;
  const content = [{ type: "text" as const, text: title }];
  const segment = { kind: "title" as const, pid: null, block: null, content, text: title };
  return {
    ...article,
    title,
    segments: [segment, ...article.segments],
    blocks: article.blocks.map(
      (block): Block => (block.segment === null ? block : { ...block, segment: block.segment + 1 }),
    ),
  };
}
