/**
 * One part of an article in this browser: its Y.Doc, the provider, the local copy and the undo manager.
 * It says what has reached the server's disk, and what to do when the server refuses.
 */
import type { HocuspocusProvider } from "@hocuspocus/provider";
import type { Awareness } from "y-protocols/awareness";
import * as Y from "yjs";
import { Retry } from "#client/retry.ts";
import {
  admissionRefusals,
  type CollabCredentials,
  type ServerMessage,
  type UpdateRefusal,
} from "#core/articles/collab-messages.ts";
import { textSchemaVersion } from "#core/articles/inline.ts";
import type { CollabSocket } from "./collab-socket.ts";
import { isOfCopy, type LocalCopy, noCopy, openLocalCopy } from "./local-copy.ts";
import { createPartProvider } from "./part-provider.ts";
import { PartTargets } from "./part-targets.ts";
import type { Refusal, SessionStatus } from "./session-types.ts";
import type { TokenSource } from "./token-source.ts";
import { createUndoManager } from "./undo-order.ts";

export type PartEvents = {
  /** Ids of segments whose text, or whose being editable, changed. */
  readonly onText: (segmentIds: readonly string[]) => void;
  readonly onStatus: () => void;
  readonly onMessage: (message: ServerMessage) => void;
  /**
   * The server will never take this copy, and nothing of it is sent any more. One may still type into it until it is
   * replaced, unless the refusal is a final one. Called once.
   */
  readonly onRefused: (reason: Refusal) => void;
};

export type PartOptions = PartEvents & {
  readonly id: string;
  readonly epoch: number;
  readonly memberId: string;
  readonly segmentIds: readonly string[];
  readonly socket: CollabSocket;
  /** Whether the member may only read, as far as the page knows; the server's word at admission counts. */
  readonly isReadOnly: boolean;
  readonly tokens: TokenSource;
  /** Origins of the writer's own changes, for undo. */
  readonly trackedOrigins: ReadonlySet<unknown>;
};

/** Milliseconds after which "saved" waits no longer for a copy that the browser does not give. */
const readingLimit = 5000;

/** True when the part is not to be had any more: then there is no text of the server's to go on from. */
export function isFinal(reason: Refusal): boolean {
  return reason === "forbidden" || reason === "not-found";
}

export class PartConnection {
  readonly doc = new Y.Doc();
  readonly targets: PartTargets;
  readonly undoManager: Y.UndoManager;
  /** Resolves when the server's text has come for the first time. */
  readonly synced: Promise<void>;
  readonly #options: PartOptions;
  readonly #provider: HocuspocusProvider;
  readonly #retry = new Retry(() => {
    if (this.#options.socket.isOpen) void this.#provider.onOpen(new Event("open"));
  });
  #copy: LocalCopy = noCopy;
  #left: Promise<void> = Promise.resolve();
  #announceSynced = () => {};
  #pending = 0;
  #hasCopy = false;
  /** The browser's own copy is being read, and may hold what was never sent. */
  #isReading = false;
  #wasSynced = false;
  #isReadOnly: boolean;
  #isOutdated = false;
  /** True when nothing is sent any more. */
  #isStopped = false;
  /** True when nothing may be typed any more. */
  #isClosed = false;
  #isStorageFull = false;
  #isSignedOut = false;
  #refusal: Refusal | null = null;

  constructor(options: PartOptions) {
    this.#options = options;
    this.#isReadOnly = options.isReadOnly;
    this.synced = new Promise((resolve) => {
      this.#announceSynced = resolve;
    });
    this.targets = new PartTargets(this.doc, options.segmentIds, options.onText);
    this.undoManager = createUndoManager(this.doc, options.trackedOrigins);
    this.#provider = createPartProvider({
      ...options,
      doc: this.doc,
      buildCredentials: () => this.#buildCredentials(),
      onRefusedAdmission: (reason) => this.#noteAdmission(reason),
      onScope: (scope) => this.#noteScope(scope),
      onSynced: () => this.#noteSynced(),
      onAcknowledged: () => this.#noteAcknowledged(),
      onMessage: (payload) => this.#noteMessage(payload),
      onClose: () => this.#noteClose(),
      onSocket: () => options.onStatus(),
    });
    this.doc.on("update", (_update: Uint8Array, origin: unknown) => this.#noteUpdate(origin));
    this.#provider.attach();
  }

  /** Begins to read and keep the browser's own copy; apart from the rest, because another one may have to go first. */
  async keepCopy(): Promise<void> {
    const { memberId, id, epoch } = this.#options;
    this.#copy = openLocalCopy(memberId, id, epoch, this.doc);
    if (this.#wasSynced) this.#copy.markSynced();
    this.#isReading = true;
    await Promise.race([this.#copy.ready, new Promise((resolve) => setTimeout(resolve, readingLimit))]);
    this.#isReading = false;
    this.#options.onStatus();
    this.#hasCopy = await this.#copy.ready;
    this.#announceLoaded();
  }

  get awareness(): Awareness | null {
    return this.#provider.awareness;
  }

  /** True when the text is known: the server's or the browser's own copy has arrived. */
  get isLoaded(): boolean {
    return this.#wasSynced || this.#hasCopy;
  }

  /** True while the server will take, now or later, what is typed here. */
  get isEditable(): boolean {
    return this.isLoaded && !this.#isClosed && !this.#isReadOnly;
  }

  get id(): string {
    return this.#options.id;
  }

  get epoch(): number {
    return this.#options.epoch;
  }

  getStatus(): SessionStatus {
    const { socket, id } = this.#options;
    const pending = this.#pending;
    if (this.#refusal !== null) return { state: "refused", pending, reason: this.#refusal };
    const base = { pending, reason: null } as const;
    if (this.#isStorageFull) return { ...base, state: "not-saved" };
    if (socket.isOpen && this.#isSignedOut) return { ...base, state: "signed-out" };
    if (!this.isLoaded) return { ...base, state: socket.isOpen ? "loading" : "offline" };
    if (!socket.isOpen) return { ...base, state: "offline" };
    if (this.#isReadOnly) {
      return { state: "read-only", pending, reason: this.#isOutdated ? "outdated" : null };
    }
    return { ...base, state: socket.isSettled(id) && !this.#isReading ? "saved" : "saving" };
  }

  /** Takes a refusal as the last word on this copy. */
  refuse(reason: Refusal): void {
    this.#refusal = reason;
    this.#stop();
    if (isFinal(reason)) this.#isClosed = true;
    this.#announceText();
  }

  /** Resolves when the part, which is refused or closed here, may be opened anew. */
  get left(): Promise<void> {
    return this.#left;
  }

  /** Leaves the part; its copy stays in this browser. */
  async close(): Promise<void> {
    this.#stop();
    this.#isClosed = true;
    await this.#copy.close();
    this.doc.destroy();
  }

  /** Leaves the part and deletes the browser's copy: only after its text was set aside. */
  async discard(): Promise<void> {
    this.#stop();
    this.#isClosed = true;
    await this.#copy.clear();
    this.doc.destroy();
  }

  #stop(): void {
    if (this.#isStopped) return;
    this.#isStopped = true;
    this.#retry.stop();
    const { socket, id } = this.#options;
    this.#left = socket.waitUntilClosed(id);
    this.#provider.destroy();
    socket.forget(id);
  }

  async #buildCredentials(): Promise<string> {
    const admission = await this.#options.tokens.getAdmission().catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : "";
      this.#isSignedOut = reason === "sign-in-needed";
      this.#noteAdmission(reason);
      throw error;
    });
    this.#isSignedOut = false;
    this.#isOutdated = admission.schemaVersion !== textSchemaVersion;
    const credentials: CollabCredentials = {
      token: admission.token,
      schemaVersion: textSchemaVersion,
      epoch: this.#options.epoch,
    };
    return JSON.stringify(credentials);
  }

  #noteUpdate(origin: unknown): void {
    if (origin === this.#provider || isOfCopy(origin)) return;
    this.#pending += 1;
    this.#options.onStatus();
  }

  #noteAcknowledged(): void {
    this.#options.socket.acknowledge(this.#options.id);
    if (this.#options.socket.isSettled(this.#options.id)) {
      this.#pending = 0;
      this.#retry.reset();
      this.#isStorageFull = false;
    }
    this.#options.onStatus();
  }

  #noteSynced(): void {
    this.#copy.markSynced();
    this.#wasSynced = true;
    this.#announceLoaded();
    this.#announceSynced();
  }

  #announceLoaded(): void {
    if (this.isLoaded) this.#announceText();
  }

  /** The text, or what may be done with it, is another for all segments. */
  #announceText(): void {
    this.targets.setEditable(this.isEditable);
    this.#options.onText(this.#options.segmentIds);
    this.#options.onStatus();
  }

  #noteMessage(payload: string): void {
    const message = JSON.parse(payload) as ServerMessage;
    if (message.type === "refused") this.#noteRefusal(message.reason);
    else this.#options.onMessage(message);
  }

  #noteRefusal(reason: UpdateRefusal): void {
    if (reason !== "storage-full" && reason !== "too-fast") {
      this.#giveUp(reason);
      return;
    }
    // Full disks get space again and hasty typing slows down: the server closes the part, and it is tried again.
    if (reason === "storage-full") this.#isStorageFull = true;
    this.#options.onStatus();
  }

  #noteAdmission(reason: string): void {
    const known = admissionRefusals.find((each) => each === reason);
    // After a restart of the server, or on a page that the history kept.
    if (known === "expired") this.#options.tokens.forget();
    this.#options.socket.forget(this.#options.id);
    if (known === undefined || known === "expired" || known === "too-many") this.#tryAgain();
    else this.#giveUp(known);
    this.#options.onStatus();
  }

  #noteScope(scope: string): void {
    const wasReadOnly = this.#isReadOnly;
    this.#isReadOnly = scope === "readonly";
    if (this.#isReadOnly === wasReadOnly) this.#options.onStatus();
    else this.#announceText();
  }

  #giveUp(reason: Refusal): void {
    if (this.#isStopped) return;
    this.refuse(reason);
    this.#options.onRefused(reason);
  }

  /** Either the socket went (it reconnects by itself) or the server closed this part alone: then ask again, later. */
  #noteClose(): void {
    this.#options.socket.forget(this.#options.id);
    this.#options.onStatus();
    if (this.#options.socket.isOpen) this.#tryAgain();
  }

  #tryAgain(): void {
    if (!this.#isStopped) this.#retry.later();
  }
}
