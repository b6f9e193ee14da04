/**
 * The parts of an article that are open in this window. Opens them on demand, and when the server refuses a part's copy
 * for good, sets the text aside and opens the part anew from the server's text.
 */
import type * as Y from "yjs";
import { Retry } from "#client/retry.ts";
import type { ServerMessage } from "#core/articles/collab-messages.ts";
import { can } from "#core/people/permissions.ts";
import type { CollabSocket } from "./collab-socket.ts";
import { describeDifference, readLocalText } from "./describe-local-text.ts";
import { listForeignCopies } from "./local-copy.ts";
import { isFinal, PartConnection } from "./part-connection.ts";
import type { CollabAdmission, Refusal, SessionOptions, SessionStatus, TargetView } from "./session-types.ts";
import type { SetAsideStore } from "./set-aside-store.ts";
import type { TokenSource } from "./token-source.ts";
import type { UndoOrder } from "./undo-order.ts";
import { UnsentParts } from "./unsent-parts.ts";

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
  /** New copies that wait for the server's text, to come in the place of refused ones. */
  readonly #coming = new Map<number, PartConnection>();
  /** Under which id the text of a copy is set aside. */
  readonly #asideIds = new WeakMap<Y.Doc, string>();
  readonly #epochs = new Map<string, number>();
  readonly #segmentIds = new Map<number, string[]>();
  readonly #origins: Set<unknown>;
  readonly #undoSplit: () => void;
  readonly #unsent: UnsentParts;
  /** Parts whose copy in this browser has been read. */
  readonly #read = new WeakSet<PartConnection>();
  /** Parts of which the server has every word. */
  readonly #saved = new WeakSet<PartConnection>();
  #isClosed = false;

  constructor(options: ShelfOptions) {
    this.#options = options;
    this.#origins = new Set([options.undoOrigin]);
    this.#undoSplit = () => options.undo.split();
    this.#unsent = new UnsentParts(options.session.me.id, options.session.article.id);
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

  /** Opens the parts that hold text which an earlier visit could not send. */
  openUnsent(): void {
    this.open(this.#unsent.list());
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
    for (const part of [...this.#open.values(), ...this.#coming.values()]) void part.close();
    this.#open.clear();
    this.#coming.clear();
  }

  #openPart(ordinal: number): void {
    const part = this.#connect(ordinal);
    if (!part) return;
    this.#show(ordinal, part);
    void this.#keepCopy(ordinal, part);
    void this.#setForeignCopiesAside(part);
  }

  async #keepCopy(ordinal: number, part: PartConnection): Promise<void> {
    await part.keepCopy();
    this.#read.add(part);
    this.#noteStatus(ordinal, part);
  }

  #noteStatus(ordinal: number, part: PartConnection): void {
    const { state, pending } = part.getStatus();
    // Another server may come back, and know less.
    if (pending > 0 || state === "offline") this.#saved.delete(part);
    if (pending > 0) this.#unsent.note(ordinal, true);
    else if (this.#read.has(part) && state === "saved") {
      this.#unsent.note(ordinal, false);
      this.#saved.add(part);
    }
    this.#options.onStatus();
  }

  #connect(ordinal: number): PartConnection | null {
    const { session, socket, tokens, onText, onMessage } = this.#options;
    const info = session.parts.find((part) => part.ordinal === ordinal);
    if (!info || this.#isClosed) return null;
    // It may tell of its socket before it is made.
    let made: PartConnection | null = null;
    const part: PartConnection = new PartConnection({
      id: info.id,
      epoch: this.#epochs.get(info.id) ?? info.epoch,
      memberId: session.me.id,
      segmentIds: this.#segmentIds.get(ordinal) ?? [],
      socket,
      isReadOnly: !can(session.me, "translate", session.article),
      tokens,
      trackedOrigins: this.#origins,
      onText,
      onStatus: () => made && this.#noteStatus(ordinal, made),
      onMessage,
      onRefused: (reason) => this.#noteRefused(ordinal, part, reason),
    });
    made = part;
    return part;
  }

  #show(ordinal: number, part: PartConnection): void {
    this.#open.set(ordinal, part);
    this.#options.undo.add(part.undoManager);
    this.#options.onText(this.#segmentIds.get(ordinal) ?? []);
    this.#options.onStatus();
  }

  #noteRefused(ordinal: number, part: PartConnection, reason: Refusal): void {
    const shown = this.#open.get(ordinal);
    if (part === shown) void this.#replace(ordinal, part, reason);
    else {
      // The copy that should have come in its place was refused in its turn.
      void part.close();
      shown?.refuse(reason);
      if (shown) void this.#replace(ordinal, shown, reason);
    }
  }

  /**
   * The server will not take this copy: keep its text for the writer, and go on from the server's. Until that has come
   * one may type on in the old copy, and from the last word there to the first in the new one nothing lies between.
   */
  async #replace(ordinal: number, part: PartConnection, reason: Refusal): Promise<void> {
    const { undo, readStored } = this.#options;
    const isNothingNew = isFinal(reason) && this.#saved.has(part);
    const isSafe =
      isNothingNew || (await this.#setAside(part.doc, reason, (segmentId) => readStored(segmentId).hash));
    if (isFinal(reason)) {
      if (isSafe) this.#unsent.note(ordinal, false);
      undo.remove(part.undoManager);
      await (isSafe ? part.discard() : part.close());
      return;
    }
    if (reason === "epoch") await this.#refreshEpochs();
    await part.left;
    const fresh = this.#connect(ordinal);
    if (!fresh) return;
    this.#coming.set(ordinal, fresh);
    await fresh.synced;
    if (this.#isClosed) return;
    const isKept = this.#setAside(part.doc, reason, (segmentId) => fresh.targets.get(segmentId).hash);
    undo.remove(part.undoManager);
    // A copy whose text could not be set aside on this browser's disk stays there, and the new one keeps none of its own.
    const isGone = isKept.then(async (isSafe) => {
      await (isSafe ? part.discard() : part.close());
      return isSafe;
    });
    this.#coming.delete(ordinal);
    this.#show(ordinal, fresh);
    if (!(await isGone)) return;
    await this.#keepCopy(ordinal, fresh);
    await this.#setForeignCopiesAside(fresh);
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

  async #setForeignCopiesAside(part: PartConnection): Promise<void> {
    const { session, readStored } = this.#options;
    for (const copy of await listForeignCopies(session.me.id, part.id, part.epoch)) {
      const isSafe = await this.#setAside(copy.doc, "epoch", (segmentId) => readStored(segmentId).hash);
      if (isSafe) await copy.clear();
      void part.synced.then(() =>
        this.#setAside(copy.doc, "epoch", (segmentId) => part.targets.get(segmentId).hash),
      );
    }
  }

  /**
   * Sets aside what a copy has and the server has not. At first that is what differs from the targets that came with the
   * page, because the text must be safe before anything else; once the server's text of now is known, what differs from it.
   * True when the copy may go: its text is on this browser's disk, or there was none.
   */
  async #setAside(
    doc: Y.Doc,
    reason: Refusal,
    getServerHash: (segmentId: string) => string,
  ): Promise<boolean> {
    const { session, setAside } = this.#options;
    const text = describeDifference(readLocalText(doc, session.segments), getServerHash);
    const at = Date.now();
    const id = this.#asideIds.get(doc) ?? `${at}-${createSuffix()}`;
    this.#asideIds.set(doc, id);
    if (text !== null) return setAside.put({ id, reason, at, fileName: buildFileName(at), text });
    await setAside.discard(id);
    return true;
  }
}

/** Two windows may set a text aside in the same millisecond. */
function createSuffix(): string {
  return Math.random().toString(36).slice(2, 8);
}

function buildFileName(at: number): string {
  return `duizhao-${new Date(at).toISOString().slice(0, 16).replace(/[:T]/g, "-")}.txt`;
}
