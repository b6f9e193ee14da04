import type { Steps } from "../../core/steps.ts";
import { buildWordFinder, fold } from "../../core/text/find-words.ts";
import { getHandle } from "../client.ts";

const targetsOfArticle = `SELECT number, id, target_text FROM segments
  WHERE article_id = ? AND number > ? ORDER BY number LIMIT ?`;

/** Segments read in one step. */
const stepSize = 100;

/** How often the words stand in each stored target of an article that holds them, by segment. In short steps. */
export function* findInTargets(articleId: string, words: string): Steps<Readonly<Record<string, number>>> {
  const wanted = fold(words.trim());
  const counts: Record<string, number> = {};
  if (wanted === "") return counts;
  const find = buildWordFinder(words);
  const targets = getHandle()
    .raw.prepare<[string, number, number], [number: number, id: string, text: string]>(targetsOfArticle)
    .raw();
  for (let after = 0; ; ) {
    const rows = targets.all(articleId, after, stepSize);
    for (const [, id, text] of rows) {
      // What only folding brings together in the middle of a character is a place all the same.
      if (fold(text).includes(wanted)) counts[id] = Math.max(1, find(text).length);
    }
    yield;
    after = rows.at(-1)?.[0] ?? after;
    if (rows.length < stepSize) return counts;
  }
}
