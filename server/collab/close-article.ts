import { setImmediate as nextTurn } from "node:timers/promises";
import type { Part } from "./part.ts";
import { type Collaboration, findCollaboration } from "./running.ts";

/**
 * Throws everybody out of an article's parts: nothing more is taken from them, and whoever asks again is answered by what
 * the database says now.
 */
export function disconnectArticle(articleId: string): void {
  const running = findCollaboration();
  if (!running) return;
  for (const { id } of listOpen(running, articleId)) running.hocuspocus.closeConnections(id);
}

/**
 * Throws everybody out of an article's parts and lets go of their docs, stored: before its rows are deleted. False when
 * one is still in use, and then nothing may be deleted.
 */
export async function closeArticle(articleId: string): Promise<boolean> {
  const running = findCollaboration();
  if (!running) return true;
  const { hocuspocus, log } = running;
  disconnectArticle(articleId);
  log.flush();
  // What the closing of the last connection began ends in this turn.
  await nextTurn();
  for (const { id } of listOpen(running, articleId)) {
    const document = hocuspocus.documents.get(id);
    // The store that waits for its time; until it is made Hocuspocus keeps the doc.
    await hocuspocus.debouncer.executeNow(`onStoreDocument-${id}`);
    if (document) await hocuspocus.unloadDocument(document);
  }
  return listOpen(running, articleId).length === 0;
}

function listOpen({ parts }: Collaboration, articleId: string): Part[] {
  return [...parts.values()].filter((part) => part.articleId === articleId);
}
