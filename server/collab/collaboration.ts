/** The collaboration server: Hocuspocus with a durable log, on sockets that the web server hands over. */
import type { IncomingMessage } from "node:http";
import { type Document, Hocuspocus, type HookName } from "@hocuspocus/server";
import type { ServerMessage } from "#core/articles/collab-messages.ts";
import { log } from "#server/log.ts";
import { isOwnOrigin } from "#server/process/check-request.ts";
import { acceptSockets } from "./accept-sockets.ts";
import { AdmissionRefused } from "./admit.ts";
import { buildHooks } from "./build-hooks.ts";
import { UpdateRefused } from "./check-update.ts";
import { guardHooks, type Hooks } from "./guard-hooks.ts";
import { type CollabLimits, collabLimits } from "./limits.ts";
import { quietConsole } from "./quiet-console.ts";
import { type Collaboration, type ConnectionContext, setCollaboration } from "./running.ts";
import { settleParts } from "./settle-parts.ts";
import { StoreKeeper } from "./store-keeper.ts";
import { UpdateLog } from "./update-log.ts";

export type CollaborationOptions = {
  /** Whether a page may open a socket. By default its Origin must be exactly that of the Host it asks. */
  readonly isOriginAllowed?: (request: IncomingMessage) => boolean;
  readonly limits?: Partial<CollabLimits>;
  /** For tests: runs after our own hook of that name, under the same guard. */
  readonly afterHook?: (name: HookName) => unknown;
  /** For tests: runs between a commit and the application of its updates. */
  readonly onCommitted?: () => void;
};

/** Starts the collaboration of this process on the open database. */
export function createCollaboration(options: CollaborationOptions = {}): Collaboration {
  const limits = { ...collabLimits, ...options.limits };
  const hocuspocus = new Hocuspocus<ConnectionContext>({
    quiet: true,
    debounce: limits.storeDelay,
    maxDebounce: limits.storeMaxDelay,
    maxPendingDocuments: limits.pendingDocuments,
    maxUnauthenticatedQueueSize: limits.pendingFrameBytes,
  });
  const collaboration: Collaboration = {
    hocuspocus,
    limits,
    log: new UpdateLog({
      onSettled: ({ id }) => unloadSoon(hocuspocus, id),
      onCommitted: options.onCommitted,
    }),
    keeper: new StoreKeeper({
      firstRetry: limits.storeRetry,
      onTrouble: (isTrouble) => broadcast(hocuspocus, { type: "storage-trouble", isTrouble }),
      onStored: ({ id }) => unloadSoon(hocuspocus, id),
    }),
    parts: new Map(),
    sockets: new Set(),
    handleUpgrade: (request, socket, head) => server.handleUpgrade(request, socket, head),
    destroy: () => {
      stopping ??= stop(collaboration, () => server.stop()).finally(printAgain);
      return stopping;
    },
  };
  let stopping: Promise<void> | null = null;
  const server = acceptSockets(
    collaboration,
    options.isOriginAllowed ?? (({ headers }) => isOwnOrigin(headers, true)),
  );
  const hooks = addTestHooks(buildHooks(collaboration), options.afterHook);
  hocuspocus.configure(guardHooks(hooks, limits.hookTime, isExpected));
  const printAgain = quietConsole(Object.keys(hooks), isExpected);
  setCollaboration(collaboration);
  void settleParts(collaboration, () => stopping !== null);
  return collaboration;
}

function isExpected(error: unknown): boolean {
  return (
    error instanceof AdmissionRefused ||
    error instanceof UpdateRefused ||
    (error instanceof Error && error.message === "")
  );
}

/** Hook names that a test may fail, also those that we do not use ourselves. */
const testedHooks: readonly HookName[] = [
  "onConnect",
  "connected",
  "onAuthenticate",
  "onTokenSync",
  "onCreateDocument",
  "onLoadDocument",
  "afterLoadDocument",
  "beforeHandleMessage",
  "afterHandleMessage",
  "beforeHandleAwareness",
  "beforeBroadcastStateless",
  "beforeSync",
  "onStateless",
  "onChange",
  "onStoreDocument",
  "afterStoreDocument",
  "onAwarenessUpdate",
  "onDisconnect",
  "beforeUnloadDocument",
  "afterUnloadDocument",
];

function addTestHooks(hooks: Hooks, afterHook: CollaborationOptions["afterHook"]): Hooks {
  if (!afterHook) return hooks;
  const added = testedHooks.map((name) => {
    // Each name gets its own hook's payload; the list forgets which.
    const own = hooks[name] as ((payload: unknown) => unknown) | undefined;
    const run = async (payload: unknown) => {
      const result = await own?.(payload);
      await afterHook(name);
      return result;
    };
    return [name, run];
  });
  return Object.fromEntries(added);
}

/** Lets go of a doc that nobody has open, in a later turn; a doc in use stays. */
function unloadSoon(hocuspocus: Hocuspocus<ConnectionContext>, name: string): void {
  setImmediate(() => {
    const document = hocuspocus.documents.get(name);
    if (document) void hocuspocus.unloadDocument(document);
  });
}

function broadcast({ documents }: { documents: Map<string, Document> }, message: ServerMessage): void {
  for (const document of documents.values()) document.broadcastStateless(JSON.stringify(message));
}

async function stop(collaboration: Collaboration, closeSockets: () => void): Promise<void> {
  try {
    await finish(collaboration, closeSockets);
  } finally {
    setCollaboration(null);
  }
}

/** Everything received is committed and acknowledged, then stored; only then are the browsers sent away. */
async function finish(collaboration: Collaboration, closeSockets: () => void): Promise<void> {
  const { hocuspocus, parts, keeper } = collaboration;
  collaboration.log.flush();
  // One turn, in which the acknowledgements go out.
  await new Promise((resolve) => setImmediate(resolve));
  closeSockets();
  collaboration.log.flush();
  for (const part of parts.values()) {
    if (!keeper.store(part))
      log.error({ part: part.id }, "not stored at the end: its log is replayed at the next start");
  }
  keeper.stop();
  for (const document of hocuspocus.documents.values()) document.destroy();
  hocuspocus.documents.clear();
  parts.clear();
}
