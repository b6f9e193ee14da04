/** Text that only the log has: after a crash, and while the disk is full. */
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import type { Inline } from "#core/articles/inline.ts";
import { getFragment } from "#core/articles/part-text.ts";
import { aDatabase, anArticle, aProject, type BuiltArticle } from "#db/builders.ts";
import { getDb, getHandle, schema } from "#db/client.ts";
import { createCollaboration } from "./collaboration.ts";
import { editSegment } from "./edit-part.ts";
import { loadPart } from "./load-part.ts";
import { flushArticle, tryFlushArticle } from "./read-live.ts";
import type { Collaboration } from "./running.ts";
import { UpdateLog } from "./update-log.ts";

let database: ReturnType<typeof aDatabase>;
let collaboration: Collaboration | null = null;
let article: BuiltArticle;
beforeEach(() => {
  database = aDatabase();
  article = anArticle(aProject());
});
afterEach(async () => {
  await collaboration?.destroy();
  collaboration = null;
  database.close();
});

/** What a process leaves that is killed before the store. */
async function leaveInLog(text: string): Promise<void> {
  const part = loadPart(article.partIds[0] ?? "", new Y.Doc());
  const doc = new Y.Doc();
  getFragment(doc, article.segmentIds[1] ?? "").push([new Y.XmlText(text)]);
  const update = Y.encodeStateAsUpdate(doc);
  await new UpdateLog().append({ part, update, memberId: null, origin: "test", transactionOrigin: null });
}

function readStored(): string[] {
  const { segments } = schema;
  return getDb()
    .select({ text: segments.targetText })
    .from(segments)
    .all()
    .map(({ text }) => text)
    .filter(Boolean);
}

test("a flush stores what a crash left in the log", async () => {
  await leaveInLog("The first paragraph.");
  collaboration = createCollaboration();
  await flushArticle(article.id);
  expect(readStored()).toEqual(["The first paragraph."]);
});

test("a flush that the disk will not take says so, and works once there is space", async () => {
  collaboration = createCollaboration();
  const content: Inline[] = [{ type: "text", text: "long ".repeat(3000) }];
  await editSegment(article.segmentIds[1] ?? "", content, { memberId: null, origin: "test" });
  const { raw } = getHandle();
  raw.pragma(`max_page_count = ${Number(raw.pragma("page_count", { simple: true })) + 1}`);
  await expect(flushArticle(article.id)).rejects.toMatchObject({ code: "storage-full" });
  await tryFlushArticle(article.id);
  expect(readStored()).toEqual([]);
  raw.pragma("max_page_count = 1073741823");
  await tryFlushArticle(article.id);
  expect(readStored()).toHaveLength(1);
});

test("what is stopped settles nothing more", async () => {
  await leaveInLog("Left to the next start.");
  await createCollaboration().destroy();
  await nextTurn();
  expect(readStored()).toEqual([]);
});
