/** The server's own way to change text: like everyone, through the Y.Doc, logged before it is applied. */
import * as Y from "yjs";
import { segmentCharacterLimit } from "#core/articles/blocks.ts";
import { type Inline, renderPlainText } from "#core/articles/inline.ts";
import { getFragment } from "#core/articles/part-text.ts";
import { replaceContent } from "#core/articles/replace-content.ts";
import { AppError } from "#core/errors.ts";
import { getPartId } from "./find-part.ts";
import { getCollaboration } from "./running.ts";

/**
 * Replaces a segment's target by a minimal diff; who has it open keeps caret and undo. Resolves when it is on disk.
 * Throws `not-found`, `too-large` and `storage-full`; then nothing has changed.
 */
export async function editSegment(
  segmentId: string,
  content: readonly Inline[],
  by: { readonly memberId: string | null; readonly origin: string },
): Promise<void> {
  const { length } = renderPlainText(content);
  if (length > segmentCharacterLimit) {
    throw new AppError("too-large", { what: "characters", limit: segmentCharacterLimit, value: length });
  }
  const { hocuspocus, parts, log } = getCollaboration();
  const partId = getPartId(segmentId);
  const direct = await hocuspocus.openDirectConnection(partId, { socket: null, seat: null });
  try {
    const part = parts.get(partId);
    if (!part) throw new AppError("not-found");
    // What is on its way goes first, so that two edits in one turn do not both start from the same text.
    log.flush();
    const update = buildEdit(part.doc, segmentId, content);
    if (update) await log.append({ part, update, ...by, transactionOrigin: { source: "local" } });
  } finally {
    await direct.disconnect({ unloadImmediately: false });
  }
}

/** The change as an update, worked out on a copy: the live doc changes only after the log has it. Null for no change. */
function buildEdit(doc: Y.Doc, segmentId: string, content: readonly Inline[]): Uint8Array | null {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  let update: Uint8Array | null = null;
  copy.on("update", (change: Uint8Array) => {
    update = change;
  });
  copy.transact(() => replaceContent(getFragment(copy, segmentId), content));
  copy.destroy();
  return update;
}
