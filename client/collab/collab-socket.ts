/**
 * The one socket of a page, with a ledger of what the server has acknowledged.
 *
 * The stock provider queues frames while the socket is down and counts acknowledgements across a reconnect, so that its
 * "nothing unsynced" can be early. Here nothing is queued: a frame that cannot go out now is dropped, because the
 * handshake of the next connection computes what the server lacks. And a part counts as saved only when the handshake
 * has sent its answer and every content frame since then has been acknowledged.
 */
import { HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import { decoding, encoding } from "lib0";
import { Listeners } from "#client/listeners.ts";
import { updateByteLimit } from "#core/articles/collab-messages.ts";
import { splitUpdate } from "#core/articles/split-update.ts";

/** Message types of the Hocuspocus protocol that matter here, and of y-protocols' sync within. */
const messageType = { sync: 0, awareness: 1, auth: 2, syncReply: 4, close: 7 } as const;
const syncType = { stepOne: 0, stepTwo: 1, update: 2 } as const;

/** What says nothing to a server that has not been asked to open the document, or has closed it. */
const deferredTypes: readonly number[] = [
  messageType.sync,
  messageType.syncReply,
  messageType.awareness,
  messageType.close,
];

/** Begins when a document asks to be let in. */
type Delivery = { isAnswered: boolean; awaiting: number };

export class CollabSocket extends HocuspocusProviderWebsocket {
  readonly #deliveries = new Map<string, Delivery>();
  /** Documents of which the server has yet to say that they are closed, and who waits for it. */
  readonly #leaving = new Map<string, Listeners>();
  /** A socket does not notice that the network went: it would look open until its next word is missed. */
  readonly #onOffline = () => {
    if (this.webSocket) this.emit("close", { event: { code: 4408, reason: "offline" } });
  };
  readonly #onOnline = () => void this.connect();

  constructor(options: { url: string; WebSocketPolyfill?: unknown }) {
    super({
      ...options,
      delay: 500,
      minDelay: 250,
      maxDelay: 5000,
      factor: 1.6,
      // A server that says nothing for this long is taken for gone.
      messageReconnectTimeout: 30_000,
    });
    this.on("close", () => {
      this.#deliveries.clear();
      for (const name of [...this.#leaving.keys()]) this.#noteLeft(name);
    });
    this.on("message", ({ data }: MessageEvent) => {
      const frame = readFrame(new Uint8Array(data));
      if (frame?.type === messageType.close) this.#noteLeft(frame.name);
    });
    if (typeof window === "undefined") return;
    window.addEventListener("offline", this.#onOffline);
    window.addEventListener("online", this.#onOnline);
  }

  override destroy(): void {
    if (typeof window !== "undefined") {
      window.removeEventListener("offline", this.#onOffline);
      window.removeEventListener("online", this.#onOnline);
    }
    super.destroy();
  }

  get isOpen(): boolean {
    return this.webSocket?.readyState === 1;
  }

  /** True when the server has everything of this document on disk. */
  isSettled(name: string): boolean {
    const delivery = this.#deliveries.get(name);
    return this.isOpen && delivery?.isAnswered === true && delivery.awaiting === 0;
  }

  /** The server acknowledged one content frame of this document. */
  acknowledge(name: string): void {
    const delivery = this.#deliveries.get(name);
    if (delivery && delivery.awaiting > 0) delivery.awaiting -= 1;
  }

  /** The server closed this document: what was on its way will be computed anew. */
  forget(name: string): void {
    this.#deliveries.delete(name);
  }

  /**
   * Resolves when the server has closed this document, of itself or because it was asked to. Only then can it be opened
   * anew on this socket: until then the server would take the question for one of the old connection.
   */
  waitUntilClosed(name: string): Promise<void> {
    if (!this.#deliveries.has(name)) return Promise.resolve();
    const waiting = this.#leaving.get(name) ?? new Listeners();
    this.#leaving.set(name, waiting);
    return new Promise((resolve) => waiting.add(resolve));
  }

  #noteLeft(name: string): void {
    const waiting = this.#leaving.get(name);
    this.#leaving.delete(name);
    waiting?.call();
  }

  override send(message: Uint8Array): void {
    if (!this.isOpen) return;
    const frame = readFrame(message);
    if (frame === null) {
      super.send(message);
      return;
    }
    if (frame.type === messageType.auth) {
      this.#deliveries.set(frame.name, { isAnswered: false, awaiting: 0 });
    }
    const delivery = this.#deliveries.get(frame.name);
    // The handshake that follows the question says it all.
    if (!delivery && deferredTypes.includes(frame.type)) return;
    if (delivery && frame.content !== null) this.#sendContent(delivery, frame, frame.content, message);
    else super.send(message);
  }

  #sendContent(delivery: Delivery, frame: Frame, content: Uint8Array, message: Uint8Array): void {
    // What is typed during the handshake is in its answer; alone and before that, it would lack what it follows on.
    if (frame.sync === syncType.update && !delivery.isAnswered) return;
    for (const piece of splitUpdate(content, updateByteLimit - 1024)) {
      delivery.awaiting += 1;
      super.send(piece === content ? message : buildUpdateFrame(frame.name, piece));
    }
    if (frame.sync === syncType.stepTwo) delivery.isAnswered = true;
  }
}

type Frame = { name: string; type: number; sync: number; content: Uint8Array | null };

function readFrame(message: Uint8Array): Frame | null {
  try {
    const decoder = decoding.createDecoder(message);
    const name = decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type !== messageType.sync && type !== messageType.syncReply)
      return { name, type, sync: -1, content: null };
    const sync = decoding.readVarUint(decoder);
    const hasContent = sync === syncType.stepTwo || sync === syncType.update;
    return { name, type, sync, content: hasContent ? decoding.readVarUint8Array(decoder) : null };
  } catch {
    // Not ours to read (a pong has no name): it goes out as it is.
    return null;
  }
}

function buildUpdateFrame(name: string, update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, name);
  encoding.writeVarUint(encoder, messageType.sync);
  encoding.writeVarUint(encoder, syncType.update);
  encoding.writeVarUint8Array(encoder, update);
  return encoding.toUint8Array(encoder);
}
