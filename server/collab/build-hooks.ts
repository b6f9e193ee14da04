/** What our server does at each step of Hocuspocus. */
import type { Connection, HookPayloadByName } from "@hocuspocus/server";
import type { ServerMessage } from "#core/articles/collab-messages.ts";
import { isAppError } from "#core/errors.ts";
import { log } from "#server/log.ts";
import { admit } from "./admit.ts";
import { admitQuestion } from "./admit-question.ts";
import { checkUpdate, isKnownUpdate, takeAllowance, UpdateRefused } from "./check-update.ts";
import type { Hooks } from "./guard-hooks.ts";
import { loadPart } from "./load-part.ts";
import { notifyProject } from "./notify.ts";
import { isUnstored } from "./part.ts";
import type { Collaboration, ConnectionContext } from "./running.ts";
import { stampPresence } from "./stamp-presence.ts";

type Payload<Name extends keyof HookPayloadByName> = HookPayloadByName<ConnectionContext>[Name];

/** Type of a sync frame that only asks (a state vector); the other types carry content. */
const question = 0;
/** Type of the content with which a browser answers the server's question. */
const answer = 1;

export function buildHooks(collaboration: Collaboration): Hooks {
  const { parts, keeper } = collaboration;
  return {
    onAuthenticate: ({ context, documentName, token, connectionConfig }) => {
      if (!context.socket) throw new Error("a socket has a context");
      const { seat, readOnly } = admit(collaboration, context.socket, documentName, token);
      connectionConfig.readOnly = readOnly;
      return { seat };
    },
    onLoadDocument: (payload) => loadDocument(collaboration, payload),
    afterLoadDocument: ({ document, documentName, instance }) => {
      const part = parts.get(documentName);
      // Rows were left in the log by a process that ended without a store.
      if (!part || !isUnstored(part)) return;
      void instance.storeDocumentHooks(document, {
        instance,
        document,
        documentName,
        clientsCount: 0,
        lastContext: { socket: null, seat: null },
        lastTransactionOrigin: { source: "local" },
      });
    },
    connected: ({ connection, context, documentName }) => {
      connection.onClose(() => context.socket?.closed.add(documentName));
      takeSeat(context);
      // Who comes later was not there when it was told.
      if (keeper.hasTrouble) send(connection, { type: "storage-trouble", isTrouble: true });
    },
    beforeSync: (payload) => logUpdate(collaboration, payload),
    beforeHandleAwareness: ({ document, connection, states, context }) => {
      if (!connection || !context?.socket || !context.seat) return;
      if (context.socket.isCut) throw new Error();
      const limit = collaboration.limits.presenceBytes;
      stampPresence({ document, connection, states, socket: context.socket, seat: context.seat, limit });
    },
    onStoreDocument: ({ documentName }) => {
      const part = parts.get(documentName);
      if (!part) return;
      const { projectId, articleId } = part;
      const hasChanged = part.changed.size > 0;
      if (keeper.store(part) && hasChanged)
        notifyProject(projectId, { type: "changed", what: "text", articleId, segmentId: null });
    },
    beforeUnloadDocument: ({ documentName }) => {
      const part = parts.get(documentName);
      // Without a message Hocuspocus prints nothing: this is no failure.
      if (part && (part.waiting > 0 || keeper.hasFailed(part))) throw new Error();
    },
    afterUnloadDocument: ({ documentName }) => {
      if (parts.get(documentName)?.doc.isDestroyed) parts.delete(documentName);
    },
    onDisconnect: ({ context }) => {
      if (context.seat) context.socket?.seats.delete(context.seat);
    },
  };
}

/** An unknown part was refused at admission; should loading fail all the same, the doc's timers must not stay behind. */
function loadDocument(
  { parts, sockets }: Collaboration,
  { document, documentName, context }: Payload<"onLoadDocument">,
): void {
  if (context.seat?.partId === null) return;
  try {
    parts.set(documentName, loadPart(documentName, document));
  } catch (error) {
    document.destroy();
    // Whoever was admitted to it, and waits for it with this one, never sits there, and so never leaves.
    for (const { seats } of sockets) {
      for (const seat of seats) if (seat.partId === documentName && !seat.isTaken) seats.delete(seat);
    }
    throw error;
  }
}

/** A load that failed may have given the seat up while its owner was still on the way to the next load. */
function takeSeat({ socket, seat }: ConnectionContext): void {
  if (!socket || !seat) return;
  seat.isTaken = true;
  socket.seats.add(seat);
}

/** Log before ack: when this returns, the update is on disk and in the doc, and Hocuspocus acknowledges it. */
async function logUpdate(collaboration: Collaboration, payload: Payload<"beforeSync">): Promise<void> {
  const { type, payload: update, connection, document, context } = payload;
  const { socket, seat } = context;
  if (!socket || !seat) return;
  // Hocuspocus still works off what a connection sent before the server closed it.
  if (socket.isCut || !document.hasConnection(connection)) throw new Error();
  const { limits } = collaboration;
  try {
    if (type === question) return await admitQuestion(socket, limits);
    takeAllowance(socket.updates, limits.updates);
    // Hocuspocus itself drops what a read-only connection sends; here the browser is told.
    if (connection.readOnly) {
      if (!isKnownUpdate(document, update)) sendRefusal(connection, new UpdateRefused("read-only"));
      return;
    }
    const part = collaboration.parts.get(document.name);
    if (!part) throw new Error(`${document.name} is not loaded`);
    if (type === answer && isKnownUpdate(document, update)) return;
    checkUpdate(part, update, limits, () => collaboration.log.flush());
    const transactionOrigin = { source: "connection", connection };
    const entry = { part, update, memberId: seat.member.id, origin: "socket", transactionOrigin };
    await collaboration.log.append(entry);
  } catch (error) {
    // Nothing was wrong with a question that waited, and nobody is there to be told.
    if (type === question && socket.isCut) throw error;
    const refusal = error instanceof UpdateRefused ? error : explainFailure(error, document.name);
    sendRefusal(connection, refusal);
    throw refusal;
  }
}

/** A commit that failed is worth another try; an update that Yjs could not apply never is. */
function explainFailure(error: unknown, partId: string): UpdateRefused {
  log.error({ part: partId, err: error }, "an update was not taken");
  return new UpdateRefused(isAppError(error) && error.code === "storage-full" ? "storage-full" : "malformed");
}

function sendRefusal(connection: Connection, { reason, limit }: UpdateRefused): void {
  send(connection, { type: "refused", reason, limit });
}

function send(connection: Connection, message: ServerMessage): void {
  connection.sendStateless(JSON.stringify(message));
}
