/** Search over the library: a pass over the stored text, which needs no second index of it. */
import type { ArticleHits, TextHit } from "../../core/articles/library.ts";
import type { Steps } from "../../core/steps.ts";
import { findSnippet, fold } from "../../core/text/find-words.ts";
import { getHandle } from "../client.ts";

type Row = [number: number, source: string, target: string];

const articlesOfProject = `SELECT id, title FROM articles
  WHERE project_id = ? AND ready_at IS NOT NULL AND (trashed_at IS NOT NULL) = ?`;
const segmentsOfArticle = `SELECT number, source_text, target_text FROM segments
  WHERE article_id = ? AND number > ? ORDER BY number LIMIT ?`;

/** Segments read in one step. */
const stepSize = 100;
/** Places of one article that are told; the others are counted. */
const hitLimit = 3;

/**
 * By id, the articles whose title in the library, sources or stored targets hold the words, with where. In short steps:
 * it takes time in proportion to all text of the project.
 */
export function* findArticles(
  projectId: string,
  words: string,
  isTrash: boolean,
): Steps<ReadonlyMap<string, ArticleHits>> {
  const folded = fold(words.trim());
  const found = new Map<string, ArticleHits>();
  const articles = getHandle()
    .raw.prepare<[string, number], [id: string, title: string]>(articlesOfProject)
    .raw()
    .all(projectId, isTrash ? 1 : 0);
  for (const [id, title] of articles) {
    const { isInTitle, ...hits } = yield* findHits(id, folded);
    if (isInTitle || hits.count > 0 || fold(title).includes(folded)) found.set(id, hits);
  }
  return found;
}

/** The title, which stands above the places as it is, is none of them. */
function* findHits(articleId: string, folded: string): Steps<ArticleHits & { readonly isInTitle: boolean }> {
  const segments = getHandle().raw.prepare<[string, number, number], Row>(segmentsOfArticle).raw();
  const hits: TextHit[] = [];
  let isInTitle = false;
  let count = 0;
  let after = 0;
  for (;;) {
    const rows = segments.all(articleId, after, stepSize);
    for (const [number, source, target] of rows) {
      const places = findInSegment(number, source, target, folded);
      if (places.length === 0) continue;
      if (number === 1) isInTitle = true;
      else {
        count += 1;
        hits.push(...places.slice(0, hitLimit - hits.length));
      }
    }
    yield;
    if (rows.length < stepSize) return { count, hits, isInTitle };
    after = rows.at(-1)?.[0] ?? 0;
  }
}

function findInSegment(number: number, source: string, target: string, folded: string): TextHit[] {
  const sides = [
    ["source", source],
    ["target", target],
  ] as const;
  return sides.flatMap(([side, text]) => {
    const snippet = findSnippet(text, folded);
    return snippet === null ? [] : [{ number, side, ...snippet }];
  });
}
