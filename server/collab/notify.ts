/** What the server says to open pages. */
import type { ServerMessage } from "#core/articles/collab-messages.ts";
import { findCollaboration } from "./running.ts";

/** Tells everyone in the project's room: whoever has its library, its glossary or one of its articles open. */
export function notifyProject(projectId: string, message: ServerMessage): void {
  findCollaboration()?.hocuspocus.documents.get(projectId)?.broadcastStateless(JSON.stringify(message));
}
