import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import type { LibraryPage, LibraryQuery } from "#core/articles/library.ts";
import { matchesFilter } from "#core/articles/library.ts";
import { getProgressPercent } from "#core/articles/states.ts";
import { AppError } from "#core/errors.ts";
import { can, type Member } from "#core/people/permissions.ts";
import { getDb, schema } from "#db/client.ts";
import { buildEmptyProgress, listProgress } from "#db/queries/list-progress.ts";
import { findArticles } from "#db/search/find-articles.ts";
import { runInTurns } from "#server/run-in-turns.ts";

const { articles, segments } = schema;

/**
 * The articles of a project, the last changed first; with `trash` those in the trash. `query` asks titles and texts of
 * both languages, in turns of some milliseconds. Throws `forbidden` for a project that is not the member's.
 */
export async function getLibrary(
  member: Member,
  projectId: string,
  input: LibraryQuery = {},
): Promise<LibraryPage> {
  if (!can(member, "read", { projectId })) throw new AppError("forbidden");
  const isTrash = input.trash ?? false;
  const words = input.query?.trim() ?? "";
  const found = words === "" ? null : await runInTurns(findArticles(projectId, words, isTrash));
  const progress = listProgress(projectId);
  const articles = listRows(projectId, isTrash)
    .filter((row) => found === null || found.has(row.id))
    .map((row) => {
      const own = progress.get(row.id) ?? buildEmptyProgress();
      return {
        ...row,
        targetTitle: row.targetTitle ?? "",
        progress: own,
        percent: getProgressPercent(own),
        found: found?.get(row.id) ?? null,
      };
    })
    .filter((row) => matchesFilter(row.progress, input.filter ?? "all"));
  return { articles: articles.slice(0, input.limit), total: articles.length };
}

function listRows(projectId: string, isTrash: boolean) {
  return getDb()
    .select({
      id: articles.id,
      title: articles.title,
      targetTitle: segments.targetText,
      source: articles.source,
      sourceUrl: articles.sourceUrl,
      author: articles.author,
      permission: articles.permission,
      date: articles.updatedAt,
      segmentCount: articles.segmentCount,
      changedAt: articles.changedAt,
      isSample: articles.isSample,
      warnings: articles.warnings,
      trashedAt: articles.trashedAt,
    })
    .from(articles)
    .leftJoin(segments, and(eq(segments.articleId, articles.id), eq(segments.number, 1)))
    .where(
      and(
        eq(articles.projectId, projectId),
        isNotNull(articles.readyAt),
        isTrash ? isNotNull(articles.trashedAt) : isNull(articles.trashedAt),
      ),
    )
    .orderBy(desc(articles.changedAt), desc(articles.id))
    .all();
}
