/** Search over the library: literal, in either case, NFC. A pass over the stored text, which needs no second index of it. */
import { getHandle } from "../client.ts";

const rowsOfProject = `SELECT s.article_id, s.source_text, s.target_text FROM segments s
  JOIN articles a ON a.id = s.article_id
  WHERE a.project_id = ? AND a.ready_at IS NOT NULL AND (a.trashed_at IS NOT NULL) = ?`;

/** Text as search compares it. */
export function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** Ids of the articles with a segment whose source or stored target holds the words. */
export function findArticles(projectId: string, words: string, isTrash: boolean): Set<string> {
  const wanted = fold(words.trim());
  const found = new Set<string>();
  const rows = getHandle()
    .raw.prepare<[string, number], [string, string, string]>(rowsOfProject)
    .raw()
    .iterate(projectId, isTrash ? 1 : 0);
  for (const [articleId, source, target] of rows) {
    if (found.has(articleId)) continue;
    if (fold(source).includes(wanted) || fold(target).includes(wanted)) found.add(articleId);
  }
  return found;
}
