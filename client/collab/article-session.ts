/**
 * An open article in this browser. It is made outside React and lives as long as the page; React reads it through
 * `subscribe…` and `get…`. Text goes in through the fragments (the editor binds to them) or `replaceTarget`.
 */
import type { Awareness } from "y-protocols/awareness";
import type * as Y from "yjs";
import { Listeners } from "#client/listeners.ts";
import type { ServerMessage } from "#core/articles/collab-messages.ts";
import type { Inline } from "#core/articles/inline.ts";
import { getFragment } from "#core/articles/part-text.ts";
import { replaceContent } from "#core/articles/replace-content.ts";
import { CollabSocket } from "./collab-socket.ts";
import { PartShelf } from "./part-shelf.ts";
import { ProjectRoom, type RoomPresence } from "./project-room.ts";
import { combineStatus } from "./session-status.ts";
import type { FactsListener, SessionOptions, SessionStatus, SetAside, TargetView } from "./session-types.ts";
import { SetAsideStore } from "./set-aside-store.ts";
import { StoredTargets } from "./stored-targets.ts";
import { TokenSource } from "./token-source.ts";
import { UndoOrder } from "./undo-order.ts";

export class ArticleSession {
  /** The origin of changes made by `replaceTarget`; the editor's own is given by `trackOrigin`. */
  readonly undoOrigin = { source: "workbench" };
  readonly #options: SessionOptions;
  readonly #socket: CollabSocket;
  readonly #room: ProjectRoom;
  readonly #shelf: PartShelf;
  readonly #undo = new UndoOrder();
  readonly #setAside: SetAsideStore;
  readonly #stored: StoredTargets;
  readonly #partOf = new Map<string, number>();
  readonly #targetListeners = new Map<string, Listeners>();
  readonly #anyTarget = new Listeners<[readonly string[]]>();
  readonly #statusChanged = new Listeners();
  readonly #facts = new Listeners<Parameters<FactsListener>>();
  #hasStorageTrouble = false;
  #status: SessionStatus = { state: "loading", pending: 0, reason: null };
  #others: readonly RoomPresence[] = [];
  #place: string | null = null;
  #keepWords: (() => void) | null = null;

  constructor(options: SessionOptions) {
    this.#options = options;
    for (const segment of options.segments) this.#partOf.set(segment.id, segment.part);
    this.#stored = new StoredTargets(options.segments);
    this.#setAside = new SetAsideStore(options.me.id, options.article.id);
    this.#socket = new CollabSocket({ url: options.socketUrl });
    const tokens = new TokenSource(() => options.openCollab(), options.admission);
    this.#room = new ProjectRoom({
      projectId: options.article.projectId,
      memberId: options.me.id,
      socket: this.#socket,
      tokens,
    });
    this.#shelf = new PartShelf({
      session: options,
      socket: this.#socket,
      tokens,
      undo: this.#undo,
      undoOrigin: this.undoOrigin,
      setAside: this.#setAside,
      readStored: (segmentId) => this.#stored.get(segmentId),
      onText: (segmentIds) => this.#noteText(segmentIds),
      onStatus: () => this.#noteStatus(),
      onMessage: (message) => this.#noteMessage(message),
    });
  }

  /** Begins: the parts that are shown are loaded by `setVisible`. */
  start(): void {
    this.#socket.on("status", () => {
      // The server says so anew when it is back.
      if (!this.#socket.isOpen) this.#hasStorageTrouble = false;
      this.#noteStatus();
    });
    this.#room.peopleChanged.add(() => {
      this.#others = this.#room.listPeople().filter((each) => each.articleId === this.#options.article.id);
    });
    this.#room.messages.add((message) => this.#noteMessage(message));
    this.#room.setPlace(this.#options.article.id, null);
    void this.#setAside.load();
    this.#shelf.openUnsent();
  }

  /** Leaves the article. What is not sent yet stays in the local copy. */
  destroy(): void {
    this.#shelf.closeAll();
    this.#undo.close();
    this.#room.close();
    this.#socket.destroy();
  }

  /** Loads the parts with these ordinals and their neighbours; parts once loaded stay open. */
  setVisible(partOrdinals: readonly number[]): void {
    this.#shelf.open(partOrdinals.flatMap((ordinal) => [ordinal, ordinal - 1, ordinal + 1]));
  }

  /**
   * Where a segment's editor binds; null until its part has arrived, for who may only read, while a refused copy is
   * being replaced, and for a fragment that is not of the text schema.
   */
  getFragment(segmentId: string): Y.XmlFragment | null {
    const part = this.#findLoaded(segmentId);
    return part?.isEditable && part.targets.get(segmentId).valid ? getFragment(part.doc, segmentId) : null;
  }

  /** The awareness of the segment's part, for carets; null until it has arrived. */
  getAwareness(segmentId: string): Awareness | null {
    return this.#findLoaded(segmentId)?.awareness ?? null;
  }

  getTarget(segmentId: string): TargetView {
    return this.#findLoaded(segmentId)?.targets.get(segmentId) ?? this.#stored.get(segmentId);
  }

  /** Hears when this segment's text, or its being loaded, changes. */
  subscribeTarget(segmentId: string, listener: () => void): () => void {
    let listeners = this.#targetListeners.get(segmentId);
    if (!listeners) {
      listeners = new Listeners();
      this.#targetListeners.set(segmentId, listeners);
    }
    return listeners.add(listener);
  }

  /** Hears the ids of all segments whose text changed. */
  subscribeTargets(listener: (segmentIds: readonly string[]) => void): () => void {
    return this.#anyTarget.add(listener);
  }

  getStatus(): SessionStatus {
    return this.#status;
  }

  subscribeStatus(listener: () => void): () => void {
    return this.#statusChanged.add(listener);
  }

  /** Who else is in this article, the reader's other windows included. */
  getOthers(): readonly RoomPresence[] {
    return this.#others;
  }

  subscribeOthers(listener: () => void): () => void {
    return this.#room.peopleChanged.add(listener);
  }

  /** Tells the others which segment this window is in, and ends the undo step of the one it leaves. */
  setPresence(segmentId: string | null): void {
    if (segmentId === this.#place) return;
    this.keepWords();
    this.#shelf.leaveCaret(this.#place === null ? null : (this.#partOf.get(this.#place) ?? null));
    this.#place = segmentId;
    this.#undo.split();
    this.#room.setPlace(this.#options.article.id, segmentId);
    if (segmentId === null) return;
    const part = this.#shelf.find(this.#partOf.get(segmentId) ?? -1);
    part?.awareness?.setLocalStateField("articleId", this.#options.article.id);
    part?.awareness?.setLocalStateField("segmentId", segmentId);
  }

  /**
   * Tells that words wait for their editor, and how they get into the text without it; null when none do. While they wait
   * the text is not saved, and in a step of undo they belong to the segment that they were typed in.
   */
  holdWords(keep: (() => void) | null): void {
    this.#keepWords = keep;
    this.#noteStatus();
  }

  /** Puts the words that wait for their editor into the text. */
  keepWords(): void {
    this.#keepWords?.();
  }

  /** Makes the changes of this origin the writer's own, to be undone: the editor's binding names its key here. */
  trackOrigin(origin: unknown): void {
    this.#shelf.trackOrigin(origin);
  }

  undo(): string | null {
    return this.#status.state === "read-only" ? null : this.#undo.undo();
  }

  redo(): string | null {
    return this.#status.state === "read-only" ? null : this.#undo.redo();
  }

  get canUndo(): boolean {
    return this.#undo.canUndo;
  }

  get canRedo(): boolean {
    return this.#undo.canRedo;
  }

  /** Replaces a target as one undo step, changing only what differs. False when its part is not loaded. */
  replaceTarget(segmentId: string, content: readonly Inline[]): boolean {
    const fragment = this.getFragment(segmentId);
    const doc = fragment?.doc;
    if (!fragment || !doc) return false;
    this.keepWords();
    this.#undo.split();
    doc.transact(() => replaceContent(fragment, content), this.undoOrigin);
    this.#undo.split();
    return true;
  }

  /** Hears what changed beside the text. */
  onFacts(listener: FactsListener): () => void {
    return this.#facts.add(listener);
  }

  getSetAside(): readonly SetAside[] {
    return this.#setAside.list();
  }

  subscribeSetAside(listener: () => void): () => void {
    return this.#setAside.changed.add(listener);
  }

  discardSetAside(id: string): Promise<void> {
    return this.#setAside.discard(id);
  }

  #findLoaded(segmentId: string) {
    const part = this.#shelf.find(this.#partOf.get(segmentId) ?? -1);
    return part?.isLoaded ? part : null;
  }

  #noteText(segmentIds: readonly string[]): void {
    for (const id of segmentIds) this.#targetListeners.get(id)?.call();
    this.#anyTarget.call(segmentIds);
  }

  #noteMessage(message: ServerMessage): void {
    if (message.type === "storage-trouble") {
      this.#hasStorageTrouble = message.isTrouble;
      this.#noteStatus();
    }
    this.#facts.call(message);
  }

  #noteStatus(): void {
    const parts = combineStatus(this.#shelf.listStatuses(), this.#socket.isOpen);
    const next = parts.state === "saved" ? this.#describeSaved(parts.pending) : parts;
    const { state, pending, reason } = this.#status;
    if (next.state === state && next.pending === pending && next.reason === reason) return;
    this.#status = next;
    this.#statusChanged.call();
  }

  #describeSaved(pending: number): SessionStatus {
    if (this.#keepWords !== null) return { state: "saving", pending, reason: null };
    return { state: "saved", pending, reason: this.#hasStorageTrouble ? "storage-trouble" : null };
  }
}
