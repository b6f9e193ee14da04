import { eq } from "drizzle-orm";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { disconnectArticle } from "#server/collab/close-article.ts";
import { announceChange } from "./announce-change.ts";
import { getArticle } from "./get-article.ts";

/**
 * Puts an article into the trash, where it stays for 30 days. Whoever has it open is thrown out of its text, and what they
 * could not send stays in their browsers. Throws as `getArticle`.
 */
export function trashArticle(member: Member, articleId: string): void {
  setTrashed(member, articleId, Date.now());
  disconnectArticle(articleId);
}

/** Takes an article out of the trash. Throws as `getArticle`. */
export function restoreArticle(member: Member, articleId: string): void {
  setTrashed(member, articleId, null);
}

function setTrashed(member: Member, articleId: string, trashedAt: number | null): void {
  const { projectId } = getArticle(member, articleId, "delete-article");
  const { articles } = schema;
  write([getDb().update(articles).set({ trashedAt }).where(eq(articles.id, articleId))]);
  announceChange("library", { projectId, articleId });
}
