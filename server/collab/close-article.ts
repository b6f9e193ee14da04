import { setImmediate as nextTurn } from "node:timers/promises";
import { findCollaboration } from "./running.ts";

/**
 * Throws everybody out of an article's parts and lets go of their docs, stored: before its rows are deleted. False when
 * one is still in use, and then nothing may be deleted.
 */
export async function closeArticle(articleId: string): Promise<boolean> {
  const running = findCollaboration();
  if (!running) return true;
  const { hocuspocus, parts, log } = running;
  const listOpen = () => [...parts.values()].filter((part) => part.articleId === articleId);
  for (const { id } of listOpen()) hocuspocus.closeConnections(id);
  log.flush();
  // What the closing of the last connection began ends in this turn.
  await nextTurn();
  for (const { id } of listOpen()) {
    const document = hocuspocus.documents.get(id);
    // The store that waits for its time; until it is made Hocuspocus keeps the doc.
    await hocuspocus.debouncer.executeNow(`onStoreDocument-${id}`);
    if (document) await hocuspocus.unloadDocument(document);
  }
  return listOpen().length === 0;
}
