import { and, desc, eq, isNotNull, isNull, or } from "drizzle-orm";
import type { ImportPreview } from "#core/importing/import-preview.ts";
import { getDb, schema } from "#db/client.ts";

/** The article that the same bytes or the same source address were kept as; one in the library before one in the trash. */
export function findExisting(
  projectId: string,
  same: { readonly sha256: string; readonly sourceKey: string | null },
): ImportPreview["existing"] {
  const { articles, originals } = schema;
  const sameSource = same.sourceKey === null ? undefined : eq(articles.sourceKey, same.sourceKey);
  const row = getDb()
    .select({ id: articles.id, title: articles.title, trashedAt: articles.trashedAt })
    .from(articles)
    .leftJoin(originals, eq(originals.articleId, articles.id))
    .where(
      and(
        eq(articles.projectId, projectId),
        isNotNull(articles.readyAt),
        or(eq(originals.sha256, same.sha256), sameSource),
      ),
    )
    .orderBy(desc(isNull(articles.trashedAt)), desc(articles.createdAt))
    .get();
  return row ? { id: row.id, title: row.title, inTrash: row.trashedAt !== null } : null;
}
