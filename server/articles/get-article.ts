import { and, eq, getTableColumns, isNotNull } from "drizzle-orm";
import { AppError } from "#core/errors.ts";
import { type Action, can, type Member } from "#core/people/permissions.ts";
import { getDb, schema } from "#db/client.ts";

export type ArticleRow = typeof schema.articles.$inferSelect;
export type SegmentRow = typeof schema.segments.$inferSelect;

/** Facts of an article, without its blocks. */
export type ArticleFacts = Omit<ArticleRow, "blocks" | "meta">;

const { articles, segments } = schema;
const { blocks: _blocks, meta: _meta, ...factColumns } = getTableColumns(articles);

/** What nobody does with an article in the trash: the socket does not take its text either. */
const work: readonly Action[] = ["translate", "approve"];

/**
 * The facts of an article on which the member may act. Throws `not-found` for one that is not in the member's project or
 * not complete yet, so that ids of others tell nothing, or whose text is to be worked on in the trash, and `forbidden`
 * when the role does not allow the action.
 */
export function getArticle(member: Member, articleId: string, action: Action): ArticleFacts {
  const row = getDb()
    .select(factColumns)
    .from(articles)
    .where(and(eq(articles.id, articleId), isNotNull(articles.readyAt)))
    .get();
  if (!row || row.projectId !== member.projectId) throw new AppError("not-found");
  if (row.trashedAt !== null && work.includes(action)) throw new AppError("not-found");
  if (!can(member, action, row)) throw new AppError("forbidden");
  return row;
}

/** A segment on which the member may act. Throws as `getArticle`. */
export function getSegment(member: Member, segmentId: string, action: Action): SegmentRow {
  const row = getDb().select().from(segments).where(eq(segments.id, segmentId)).get();
  if (!row) throw new AppError("not-found");
  getArticle(member, row.articleId, action);
  return row;
}
