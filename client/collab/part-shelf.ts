/**
 * The parts of an article that are open in this window. Opens them on demand, and when the server refuses a part's copy
 * for good, sets the text aside and opens the part anew from the server's text.
 */
import * as Y from "yjs";
import type { AdmissionRefusal, ServerMessage, UpdateRefusal } from "#core/articles/collab-messages.ts";
import type { CollabSocket } from "./collab-socket.ts";
import { describeLocalText } from "./describe-local-text.ts";
import { listForeignCopies } from "./local-copy.ts";
import { PartConnection } from "./part-connection.ts";
import type { SessionOptions, SessionStatus, TargetView } from "./session-types.ts";
import type { SetAsideStore } from "./set-aside-store.ts";
import type { TokenSource } from "./token-source.ts";
import type { UndoOrder } from "./undo-order.ts";

type ShelfOptions = {
  readonly session: SessionOptions;
  readonly socket: CollabSocket;
  readonly tokens: TokenSource;
  readonly undo: UndoOrder;
  readonly undoOrigin: unknown;
  readonly setAside: SetAsideStore;
  readonly readStored: (segmentId: string) => TargetView;
  readonly onText: (segmentIds: readonly string[]) => void;
  readonly onStatus: () => void;
  readonly onMessage: (message: ServerMessage) => void;
};

export class PartShelf {
  readonly #options: ShelfOptions;
  readonly #open = new Map<number, PartConnection>();
  readonly #epochs = new Map<string, number>();
  readonly #segmentIds = new Map<number, string[]>();
  readonly #origins: Set<unknown>;
  readonly #undoSplit: () => void;
  #isClosed = false;

  constructor(options: ShelfOptions) {
    this.#options = options;
    this.#origins = new Set([options.undoOrigin]);
    this.#undoSplit = () => options.undo.split();
    for (const part of options.session.parts) this.#epochs.set(part.id, part.epoch);
    for (const segment of options.session.segments) {
      const ids = this.#segmentIds.get(segment.part);
      if (ids) ids.push(segment.id);
      else this.#segmentIds.set(segment.part, [segment.id]);
    }
  }

  find(ordinal: number): PartConnection | null {
    return this.#open.get(ordinal) ?? null;
  }

  listStatuses(): SessionStatus[] {
    return [...this.#open.values()].map((part) => part.getStatus());
  }

  /** Opens those of these parts that exist and are not open yet. */
  open(ordinals: readonly number[]): void {
    for (const ordinal of new Set(ordinals)) {
      if (!this.#open.has(ordinal) && this.#segmentIds.has(ordinal)) this.#openPart(ordinal);
    }
  }

  trackOrigin(origin: unknown): void {
    this.#origins.add(origin);
    for (const part of this.#open.values()) part.undoManager.addTrackedOrigin(origin);
  }

  /** Takes this window's caret out of a part that it leaves. */
  leaveCaret(ordinal: number | null): void {
    if (ordinal === null) return;
    this.find(ordinal)?.awareness?.setLocalState({});
    this.#undoSplit();
  }

  closeAll(): void {
    this.#isClosed = true;
    for (const part of this.#open.values()) void part.close();
    this.#open.clear();
  }

  #openPart(ordinal: number): void {
    const { session, socket, tokens, undo, onText, onStatus, onMessage } = this.#options;
    const info = session.parts.find((part) => part.ordinal === ordinal);
    if (!info || this.#isClosed) return;
    const epoch = this.#epochs.get(info.id) ?? info.epoch;
    const part = new PartConnection({
      id: info.id,
      epoch,
      memberId: session.me.id,
      segmentIds: this.#segmentIds.get(ordinal) ?? [],
      socket,
      tokens,
      trackedOrigins: this.#origins,
      onText,
      onStatus,
      onMessage: (message) => {
        if (message.type === "epoch") void this.#replace(ordinal, "epoch");
        onMessage(message);
      },
      onRefused: (reason) => void this.#replace(ordinal, reason),
    });
    this.#open.set(ordinal, part);
    undo.add(part.undoManager);
    onStatus();
    void this.#setForeignCopiesAside(info.id, epoch);
  }

  /** The server will not take this copy: keep its text for the writer, drop it, and begin from the server's. */
  async #replace(ordinal: number, reason: UpdateRefusal | AdmissionRefusal): Promise<void> {
    const part = this.#open.get(ordinal);
    if (!part) return;
    await this.#setAside(part.doc, reason);
    this.#options.undo.remove(part.undoManager);
    await part.discard();
    // Without the right to open it there is nothing to begin from.
    if (reason === "forbidden" || reason === "not-found" || reason === "origin") return;
    this.#open.delete(ordinal);
    if (reason === "epoch") await this.#refreshEpochs();
    this.#openPart(ordinal);
    this.#options.onText(this.#segmentIds.get(ordinal) ?? []);
  }

  async #refreshEpochs(): Promise<void> {
    this.#options.tokens.forget();
    const admission = await this.#options.tokens.getAdmission();
    for (const { id, epoch } of admission.parts) this.#epochs.set(id, epoch);
  }

  async #setForeignCopiesAside(partId: string, epoch: number): Promise<void> {
    for (const copy of await listForeignCopies(this.#options.session.me.id, partId, epoch)) {
      await this.#setAside(copy.doc, "epoch");
      await copy.clear();
    }
  }

  async #setAside(doc: Y.Doc, reason: UpdateRefusal | AdmissionRefusal): Promise<void> {
    const frozen = new Y.Doc();
    Y.applyUpdate(frozen, Y.encodeStateAsUpdate(doc));
    const text = describeLocalText(frozen, this.#options.session.segments, this.#options.readStored);
    if (text === null) return;
    const at = Date.now();
    const day = new Date(at).toISOString().slice(0, 16).replace(/[:T]/g, "-");
    await this.#options.setAside.add({
      id: `${at}-${reason}`,
      reason,
      at,
      fileName: `duizhao-${day}.txt`,
      text,
    });
  }
}
