/** What the server says to open pages. */
import type { ServerMessage } from "#core/articles/collab-messages.ts";
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
