/** What the server says to open pages: facts changed, rights changed, text was replaced. */
import { inArray, sql } from "drizzle-orm";
import type { ServerMessage } from "#core/articles/collab-messages.ts";
import { getDb, schema, write } from "#db/client.ts";
import { cutSocket } from "./accept-sockets.ts";
import { findCollaboration } from "./running.ts";

/** Tells everyone who has a part of the article open. */
export function notifyArticle(articleId: string, message: ServerMessage): void {
  for (const part of findCollaboration()?.parts.values() ?? [])
    if (part.articleId === articleId) send(part.id, message);
}

/** Tells everyone in the project's room. */
export function notifyProject(projectId: string, message: ServerMessage): void {
  send(projectId, message);
}

function send(documentName: string, message: ServerMessage): void {
  findCollaboration()?.hocuspocus.documents.get(documentName)?.broadcastStateless(JSON.stringify(message));
}

/** Throws a member's sockets out at once; the browser asks for admission again, and gets the rights of now. */
export function disconnectMember(memberId: string): void {
  for (const socket of findCollaboration()?.sockets ?? [])
    if (socket.memberId === memberId) cutSocket(socket);
}

/**
 * Begins a new epoch of these parts, because their text was restored or seeded anew: browsers' copies of the old one
 * are never merged. Open pages are told and thrown out.
 */
export function raiseEpoch(partIds: readonly string[]): void {
  const { id, epoch } = schema.parts;
  const chosen = inArray(id, [...partIds]);
  write([
    getDb()
      .update(schema.parts)
      .set({ epoch: sql`${epoch} + 1` })
      .where(chosen),
  ]);
  for (const row of getDb().select({ id, epoch }).from(schema.parts).where(chosen).all()) {
    send(row.id, { type: "epoch", epoch: row.epoch });
    findCollaboration()?.hocuspocus.closeConnections(row.id);
  }
}
