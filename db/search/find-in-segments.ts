import { asc, eq } from "drizzle-orm";
import type { SegmentHit } from "../../core/articles/segment-hit.ts";
import { buildWordFinder, findSnippet, fold } from "../../core/text/find-words.ts";
import { getDb, schema } from "../client.ts";

/** Where the words stand in an article's sources and stored targets, in reading order, one hit a side with their count. */
export function findInSegments(articleId: string, words: string): SegmentHit[] {
  const { segments } = schema;
  const wanted = fold(words.trim());
  if (wanted === "") return [];
  const find = buildWordFinder(words);
  const rows = getDb()
    .select({
      id: segments.id,
      number: segments.number,
      source: segments.sourceText,
      target: segments.targetText,
    })
    .from(segments)
    .where(eq(segments.articleId, articleId))
    .orderBy(asc(segments.number))
    .all();
  return rows.flatMap(({ id, number, source, target }) =>
    (["source", "target"] as const).flatMap((side) => {
      const text = side === "source" ? source : target;
      const found = findSnippet(text, wanted);
      if (found === null) return [];
      const snippet = found.before + found.words + found.after;
      // What only folding brings together in the middle of a character is a place all the same.
      return [{ segmentId: id, number, side, count: Math.max(1, find(text).length), snippet }];
    }),
  );
}
