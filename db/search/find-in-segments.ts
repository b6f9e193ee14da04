import { asc, eq } from "drizzle-orm";
import type { SegmentHit } from "#core/articles/find-words.ts";
import { getDb, schema } from "../client.ts";
import { fold } from "./find-articles.ts";

/** Characters of text shown before and after the words. */
const around = 24;

/** Where the words stand in an article's sources and stored targets, in reading order, one hit a side. */
export function findInSegments(articleId: string, words: string): SegmentHit[] {
  const { segments } = schema;
  const wanted = fold(words.trim());
  if (wanted === "") return [];
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
      const snippet = cutSnippet(side === "source" ? source : target, wanted);
      return snippet === null ? [] : [{ segmentId: id, number, side, snippet }];
    }),
  );
}

function cutSnippet(text: string, wanted: string): string | null {
  const at = fold(text).indexOf(wanted);
  if (at < 0) return null;
  // Folding may change lengths by a character or two, which a snippet can bear.
  const plain = text.normalize("NFC");
  const start = Math.max(0, at - around);
  const end = Math.min(plain.length, at + wanted.length + around);
  return `${start > 0 ? "…" : ""}${plain.slice(start, end)}${end < plain.length ? "…" : ""}`.toWellFormed();
}
