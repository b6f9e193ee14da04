/** Makes awareness honest: one state per seat, its own client only, and the person as the server knows them. */
import type { Connection, Document } from "@hocuspocus/server";
import type { PresenceState } from "#core/articles/collab-messages.ts";
import { isId } from "#core/ids.ts";
import type { ConnectionContext, OpenSocket, Seat } from "./running.ts";

export type PresenceFrame = {
  readonly document: Document;
  readonly connection: Connection<ConnectionContext>;
  /** What the frame brings, by client; changed in place. */
  readonly states: Map<number, Record<string, unknown>>;
  readonly socket: OpenSocket;
  readonly seat: Seat;
  /** Bytes of one state at the most. */
  readonly limit: number;
};

/** Stamps the one state of a frame, or drops it. Throws when the frame carries more than one. */
export function stampPresence(frame: PresenceFrame): void {
  const { states } = frame;
  dropScratch(frame);
  if (states.size > 1) throw new Error("a presence frame carries one state");
  for (const [clientId, state] of states) {
    if (bindClient(frame, clientId) && Buffer.byteLength(JSON.stringify(state)) <= frame.limit) {
      states.set(clientId, buildPresence(frame, state));
    } else states.delete(clientId);
  }
}

/**
 * Hocuspocus reads a frame into an awareness of its own, which brings an empty state under a number drawn anew each
 * time. Passed on, everybody would see one more nobody with each frame.
 */
function dropScratch({ states, seat }: PresenceFrame): void {
  for (const [clientId, state] of states) {
    if (clientId !== seat.clientId && Object.keys(state).length === 0) states.delete(clientId);
  }
}

/**
 * The first client of a seat is bound to it. One that another connection holds may be taken over by the same member:
 * the browser came back before the server saw its old connection end.
 */
function bindClient(frame: PresenceFrame, clientId: number): boolean {
  const { document, connection, seat } = frame;
  if (seat.clientId !== null && seat.clientId !== clientId) return false;
  if (seat.clientId === null && !releaseClient(frame, clientId)) return false;
  seat.clientId = clientId;
  // Hocuspocus notes whose client it is only when the document has never seen it, and not when it comes back: it would
  // stay for half a minute after its connection has ended.
  document.getClients(connection).add(clientId);
  return true;
}

/** Takes a client from the connection that holds it; false when that is another member's. */
function releaseClient({ document, connection, seat }: PresenceFrame, clientId: number): boolean {
  for (const other of document.getConnections()) {
    const clients = document.getClients(other);
    if (other === connection || !clients.has(clientId)) continue;
    // Hocuspocus types the context of a document's connections as any; ours is always this.
    const { seat: holder } = other.context as ConnectionContext;
    if (holder?.member.id !== seat.member.id) return false;
    clients.delete(clientId);
  }
  return true;
}

function buildPresence({ socket, seat }: PresenceFrame, state: Record<string, unknown>): PresenceState {
  const { member } = seat;
  return {
    user: { memberId: member.id, name: member.name, color: member.color },
    window: socket.window,
    articleId: seat.articleId ?? readId(state.articleId),
    segmentId: readId(state.segmentId),
    cursor: state.cursor ?? null,
  };
}

function readId(value: unknown): string | null {
  return typeof value === "string" && isId(value) ? value : null;
}
