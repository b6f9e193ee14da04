/**
 * One part of an article in this browser: its Y.Doc, the provider, the local copy and the undo manager.
 * It says what has reached the server's disk, and what to do when the server refuses.
 */
import { HocuspocusProvider } from "@hocuspocus/provider";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import {
  type AdmissionRefusal,
  admissionRefusals,
  type CollabCredentials,
  type ServerMessage,
  type UpdateRefusal,
} from "#core/articles/collab-messages.ts";
import { textSchemaVersion } from "#core/articles/inline.ts";
import type { CollabSocket } from "./collab-socket.ts";
import { type LocalCopy, openLocalCopy } from "./local-copy.ts";
import { PartTargets } from "./part-targets.ts";
import type { SessionStatus } from "./session-types.ts";
import type { TokenSource } from "./token-source.ts";
import { createUndoManager } from "./undo-order.ts";

export type PartEvents = {
  /** Ids of segments whose text changed, by whomever. */
  readonly onText: (segmentIds: readonly string[]) => void;
  readonly onStatus: () => void;
  readonly onMessage: (message: ServerMessage) => void;
  /** The server will never take this copy: set it aside and open the part anew. */
  readonly onRefused: (reason: UpdateRefusal | AdmissionRefusal) => void;
};

export type PartOptions = PartEvents & {
  readonly id: string;
  readonly epoch: number;
  readonly memberId: string;
  readonly segmentIds: readonly string[];
  readonly socket: CollabSocket;
  readonly tokens: TokenSource;
  /** Origins of the writer's own changes, for undo. */
  readonly trackedOrigins: ReadonlySet<unknown>;
};

const retryDelays = [500, 1000, 2000, 5000, 10_000];

export class PartConnection {
  readonly doc = new Y.Doc();
  readonly targets: PartTargets;
  readonly undoManager: Y.UndoManager;
  readonly #options: PartOptions;
  readonly #copy: LocalCopy;
  readonly #provider: HocuspocusProvider;
  #pending = 0;
  #hasCopy = false;
  #wasSynced = false;
  #isClosed = false;
  #trouble: UpdateRefusal | AdmissionRefusal | null = null;
  #retries = 0;
  #retryTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(options: PartOptions) {
    this.#options = options;
    this.targets = new PartTargets(this.doc, options.segmentIds, options.onText);
    this.undoManager = createUndoManager(this.doc, options.trackedOrigins);
    this.#copy = openLocalCopy(options.memberId, options.id, options.epoch, this.doc);
    this.#provider = this.#createProvider();
    this.doc.on("update", (_update: Uint8Array, origin: unknown) => this.#noteUpdate(origin));
    void this.#copy.ready.then((hasCopy) => {
      this.#hasCopy = hasCopy;
      this.#announceLoaded();
    });
    this.#provider.attach();
  }

  get awareness(): Awareness | null {
    return this.#provider.awareness;
  }

  /** True when the text may be edited: the server's or the browser's own copy has arrived. */
  get isLoaded(): boolean {
    return this.#wasSynced || this.#hasCopy;
  }

  getStatus(): SessionStatus {
    const base = { pending: this.#pending, reason: this.#trouble };
    const { socket, id } = this.#options;
    if (this.#trouble === "storage-full") return { ...base, state: "not-saved" };
    if (this.#trouble !== null) return { ...base, state: "refused" };
    if (!this.isLoaded) return { ...base, state: socket.isOpen ? "loading" : "offline" };
    if (!socket.isOpen) return { ...base, state: "offline" };
    if (this.#provider.authorizedScope === "readonly") return { ...base, state: "read-only" };
    return { ...base, state: socket.isSettled(id) ? "saved" : "saving" };
  }

  /** Leaves the part; its copy stays in this browser. */
  async close(): Promise<void> {
    this.#stop();
    await this.#copy.close();
    this.doc.destroy();
  }

  /** Leaves the part and deletes the browser's copy: only after its text was set aside. */
  async discard(): Promise<void> {
    this.#stop();
    await this.#copy.clear();
    this.doc.destroy();
  }

  #stop(): void {
    this.#isClosed = true;
    if (this.#retryTimer !== null) clearTimeout(this.#retryTimer);
    this.#provider.destroy();
    this.#options.socket.forget(this.#options.id);
  }

  #createProvider(): HocuspocusProvider {
    const { id, socket } = this.#options;
    const provider = new HocuspocusProvider({
      name: id,
      document: this.doc,
      websocketProvider: socket,
      token: () => this.#buildCredentials(),
      onAuthenticationFailed: ({ reason }) => this.#noteAdmission(reason),
      onAuthenticated: () => this.#options.onStatus(),
      onSynced: () => this.#noteSynced(),
      onStateless: ({ payload }) => this.#noteMessage(payload),
      onClose: () => this.#noteClose(),
      onStatus: () => this.#options.onStatus(),
    });
    // The stock counter is not trusted (see the socket); its event only says that an acknowledgement came in.
    let unsynced = 0;
    provider.on("unsyncedChanges", ({ number }: { number: number }) => {
      if (number < unsynced || number === 0) this.#noteAcknowledged();
      unsynced = number;
    });
    return provider;
  }

  async #buildCredentials(): Promise<string> {
    const token = await this.#options.tokens.get();
    const credentials: CollabCredentials = {
      token,
      schemaVersion: textSchemaVersion,
      epoch: this.#options.epoch,
    };
    return JSON.stringify(credentials);
  }

  #noteUpdate(origin: unknown): void {
    if (origin === this.#provider || !isLocalOrigin(origin)) return;
    this.#pending += 1;
    this.#options.onStatus();
  }

  #noteAcknowledged(): void {
    this.#options.socket.acknowledge(this.#options.id);
    if (this.#options.socket.isSettled(this.#options.id)) {
      this.#pending = 0;
      this.#retries = 0;
      this.#trouble = null;
    }
    this.#options.onStatus();
  }

  #noteSynced(): void {
    this.#copy.markSynced();
    this.#wasSynced = true;
    this.#announceLoaded();
  }

  #announceLoaded(): void {
    if (!this.isLoaded) return;
    this.#options.onText(this.#options.segmentIds);
    this.#options.onStatus();
  }

  #noteMessage(payload: string): void {
    const message = JSON.parse(payload) as ServerMessage;
    if (message.type === "refused") this.#noteRefusal(message.reason);
    else this.#options.onMessage(message);
  }

  #noteRefusal(reason: UpdateRefusal): void {
    // Full disks get space again and hasty typing slows down: those are tried again, with patience.
    this.#trouble = reason === "too-fast" ? null : reason;
    this.#options.onStatus();
    if (reason !== "storage-full" && reason !== "too-fast") this.#options.onRefused(reason);
  }

  #noteAdmission(reason: string): void {
    const known = admissionRefusals.find((each) => each === reason);
    // A page that was kept in the history brings an old token.
    if (known === "expired") this.#options.tokens.forget();
    if (known === undefined || known === "expired" || known === "too-many") {
      this.#retry();
      return;
    }
    this.#trouble = known;
    this.#options.onStatus();
    this.#options.onRefused(known);
  }

  /** Either the socket went (it reconnects by itself) or the server closed this part alone: then ask again, later. */
  #noteClose(): void {
    this.#options.socket.forget(this.#options.id);
    this.#options.onStatus();
    if (this.#options.socket.isOpen) this.#retry();
  }

  #retry(): void {
    if (this.#isClosed || this.#retryTimer !== null) return;
    const delay = retryDelays[Math.min(this.#retries, retryDelays.length - 1)] ?? 1000;
    this.#retries += 1;
    this.#retryTimer = setTimeout(() => {
      this.#retryTimer = null;
      if (!this.#isClosed && this.#options.socket.isOpen) void this.#provider.onOpen(new Event("open"));
    }, delay);
  }
}

/** What the local copy reads back is not a new change of the writer; everything else that is not the provider's is. */
function isLocalOrigin(origin: unknown): boolean {
  return !(typeof origin === "object" && origin !== null && "_dbref" in origin);
}
