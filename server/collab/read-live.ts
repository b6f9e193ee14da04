/** Reads of the text as it is this moment, not as the last store left it. */
import * as Y from "yjs";
import { hashContent } from "#core/articles/canonical.ts";
import { getFragment, readTarget, type TargetContent } from "#core/articles/part-text.ts";
import { AppError, isAppError } from "#core/errors.ts";
import { getPartId } from "./find-part.ts";
import { loadPart } from "./load-part.ts";
import { findCollaboration } from "./running.ts";
import { settleArticle } from "./settle-parts.ts";

/** A segment's target with its hash, everything received so far included. Throws `not-found`. */
export async function readLiveTarget(segmentId: string): Promise<TargetContent & { readonly hash: string }> {
  const partId = getPartId(segmentId);
  const running = findCollaboration();
  running?.log.flush();
  const open = running?.parts.get(partId)?.doc;
  const doc = open ?? loadPart(partId, new Y.Doc()).doc;
  const target = readTarget(getFragment(doc, segmentId));
  if (!open) doc.destroy();
  return { ...target, hash: hashContent(target.content) };
}

/**
 * Stores all parts of an article now, also those whose log a crash left behind, so that the database shows the text as it
 * is. Throws `storage-full` when one could not be stored: then it shows an older text.
 */
export async function flushArticle(articleId: string): Promise<void> {
  const running = findCollaboration();
  running?.log.flush();
  const open = [...(running?.parts.values() ?? [])].filter((part) => part.articleId === articleId);
  const isStored = open.map((part) => running?.keeper.store(part));
  if (isStored.includes(false)) throw new AppError("storage-full");
  settleArticle(articleId, running?.parts ?? new Map());
}

/** As `flushArticle`, for who can go on with an older text: what could not be stored is logged, and tried again. */
export async function tryFlushArticle(articleId: string): Promise<void> {
  try {
    await flushArticle(articleId);
  } catch (error) {
    if (!isAppError(error) || error.code !== "storage-full") throw error;
  }
}
