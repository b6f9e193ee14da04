/** The provider of one part, and what of its many events matters here. */
import { HocuspocusProvider } from "@hocuspocus/provider";
import type * as Y from "yjs";
import type { CollabSocket } from "./collab-socket.ts";
import { renewPresence } from "./renew-presence.ts";

export type PartProviderOptions = {
  readonly id: string;
  readonly doc: Y.Doc;
  readonly socket: CollabSocket;
  /** What the server is asked with, as text. */
  readonly buildCredentials: () => Promise<string>;
  readonly onRefusedAdmission: (reason: string) => void;
  readonly onScope: (scope: string) => void;
  readonly onSynced: () => void;
  readonly onAcknowledged: () => void;
  readonly onMessage: (payload: string) => void;
  /** The server closed the part, or the socket is gone. */
  readonly onClose: () => void;
  readonly onSocket: () => void;
};

export function createPartProvider(options: PartProviderOptions): HocuspocusProvider {
  const provider = new HocuspocusProvider({
    name: options.id,
    document: options.doc,
    websocketProvider: options.socket,
    token: options.buildCredentials,
    onOpen: () => renewPresence(provider.awareness),
    onAuthenticationFailed: ({ reason }) => options.onRefusedAdmission(reason),
    onAuthenticated: ({ scope }) => options.onScope(scope),
    onSynced: options.onSynced,
    onStateless: ({ payload }) => options.onMessage(payload),
    onClose: options.onClose,
    onStatus: options.onSocket,
  });
  // The stock counter is not trusted (see the socket); its event only says that an acknowledgement came in.
  let unsynced = 0;
  provider.on("unsyncedChanges", ({ number }: { number: number }) => {
    if (number < unsynced || number === 0) options.onAcknowledged();
    unsynced = number;
  });
  return provider;
}
