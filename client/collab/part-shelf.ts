/**
 * The parts of an article that are open in this window. Opens them on demand, and when the server refuses a part's copy
 * for good, sets the text aside and opens the part anew from the server's text.
 */
import type * as Y from "yjs";
import type { ServerMessage } from "#core/articles/collab-messages.ts";
import { can } from "#core/people/permissions.ts";
import type { CollabSocket } from "./collab-socket.ts";
import { describeDifference, readLocalText } from "./describe-local-text.ts";
import { listForeignCopies } from "./local-copy.ts";
import { PartConnection } from "./part-connection.ts";
import { Retry } from "./retry.ts";
import type { CollabAdmission, Refusal, SessionOptions, SessionStatus, TargetView } from "./session-types.ts";
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

  #openPart(ordinal: number): PartConnection | null {
    const { session, socket, tokens, undo, onText, onStatus, onMessage } = this.#options;
    const info = session.parts.find((part) => part.ordinal === ordinal);
    if (!info || this.#isClosed) return null;
    const epoch = this.#epochs.get(info.id) ?? info.epoch;
    const part: PartConnection = new PartConnection({
      id: info.id,
      epoch,
      memberId: session.me.id,
      segmentIds: this.#segmentIds.get(ordinal) ?? [],
      socket,
      isReadOnly: !can(session.me, "translate", session.article),
      tokens,
      trackedOrigins: this.#origins,
      onText,
      onStatus,
      onMessage,
      onRefused: (reason) => void this.#replace(ordinal, part, reason),
    });
    this.#open.set(ordinal, part);
    undo.add(part.undoManager);
    onStatus();
    void this.#setForeignCopiesAside(info.id, epoch, part);
    return part;
  }

  /** The server will not take this copy: keep its text for the writer, drop it, and begin from the server's. */
  async #replace(ordinal: number, part: PartConnection, reason: Refusal): Promise<void> {
    this.#options.undo.remove(part.undoManager);
    const correct = await this.#keepText(part.doc, reason);
    await part.discard();
    // Without the right to open it there is nothing to begin from.
    if (reason === "forbidden" || reason === "not-found" || reason === "origin") return;
    if (reason === "epoch") await this.#refreshEpochs();
    const fresh = this.#openPart(ordinal);
    if (fresh) await correct(fresh);
  }

  async #refreshEpochs(): Promise<void> {
    const { tokens } = this.#options;
    const admission = await new Promise<CollabAdmission | null>((resolve) => {
      const retry = new Retry(() => {
        if (this.#isClosed) return resolve(null);
        tokens.forget();
        tokens.getAdmission().then(resolve, () => retry.later());
      });
      retry.later();
    });
    for (const { id, epoch } of admission?.parts ?? []) this.#epochs.set(id, epoch);
  }

  async #setForeignCopiesAside(partId: string, epoch: number, part: PartConnection): Promise<void> {
    for (const copy of await listForeignCopies(this.#options.session.me.id, partId, epoch)) {
      const correct = await this.#keepText(copy.doc, "epoch");
      await copy.clear();
      void correct(part);
    }
  }

  /**
   * Sets aside what differs from the targets that came with the page: before the copy is dropped it must be safe. The
   * returned function leaves of it what differs from the server's text of now, once that has come.
   */
  async #keepText(doc: Y.Doc, reason: Refusal): Promise<(part: PartConnection) => Promise<void>> {
    const { session, setAside, readStored } = this.#options;
    const local = readLocalText(doc, session.segments);
    const text = describeDifference(local, (segmentId) => readStored(segmentId).hash);
    if (text === null) return async () => {};
    const at = Date.now();
    const id = `${at}-${createSuffix()}`;
    await setAside.add({ id, reason, at, fileName: buildFileName(at), text });
    return async (part) => {
      await part.synced;
      await setAside.correct(
        id,
        describeDifference(local, (segmentId) => part.targets.get(segmentId).hash),
      );
    };
  }
}

/** Two windows may set a text aside in the same millisecond. */
function createSuffix(): string {
  return Math.random().toString(36).slice(2, 8);
}

function buildFileName(at: number): string {
  return `duizhao-${new Date(at).toISOString().slice(0, 16).replace(/[:T]/g, "-")}.txt`;
}
