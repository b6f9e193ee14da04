/** A socket that speaks the protocol frame by frame, for tests of what no provider would send. */
import { once } from "node:events";
import { decoding, encoding } from "lib0";
import WebSocket from "ws";
import { collabPath, type ServerMessage } from "#core/articles/collab-messages.ts";
import { getCredentials, type VisitorOptions } from "./fixture-visitor.ts";
import type { RunningFixture } from "./run-fixture.ts";

const frameType = { sync: 0, awareness: 1, auth: 2, stateless: 5, close: 7, syncStatus: 8 } as const;

export class RawVisitor {
  readonly socket: WebSocket;
  readonly messages: ServerMessage[] = [];
  /** "granted", or the reason of a refusal, in order. */
  readonly admissions: string[] = [];
  acknowledged = 0;
  /** Updates that the server answered with "not applied". */
  declined = 0;
  /** Questions that the server answered with what its document holds. */
  answers = 0;
  /** Reasons with which the server closed a document. */
  readonly closed: string[] = [];
  closeCode: number | null = null;
  readonly #listeners = new Set<() => void>();

  constructor(
    fixture: { readonly port: number },
    origin: string | null = `http://127.0.0.1:${fixture.port}`,
  ) {
    this.socket = new WebSocket(
      `ws://127.0.0.1:${fixture.port}${collabPath}`,
      origin === null ? {} : { origin },
    );
    this.socket.binaryType = "nodebuffer";
    this.socket.on("error", () => {});
    this.socket.on("message", (data: Buffer) => {
      this.#read(data);
      this.#announce();
    });
    this.socket.on("close", (code) => {
      this.closeCode = code;
      this.#announce();
    });
  }

  async opened(): Promise<this> {
    await once(this.socket, "open");
    return this;
  }

  /** Opens a document and waits for the answer: "granted" or the reason. */
  async join(fixture: RunningFixture, options: VisitorOptions = {}): Promise<string> {
    const before = this.admissions.length;
    this.auth(options.document ?? fixture.parts[0]?.id ?? "", await getCredentials(fixture, options));
    await this.until(() => this.admissions.length > before || this.closeCode !== null);
    return this.admissions[before] ?? `closed ${this.closeCode}`;
  }

  auth(document: string, credentials: string): void {
    this.#send(document, frameType.auth, (encoder) => {
      encoding.writeVarUint(encoder, 0);
      encoding.writeVarString(encoder, credentials);
    });
  }

  /** Sends an update (type 2), or content of another sync type. */
  sync(document: string, content: Uint8Array, type = 2): void {
    this.#send(document, frameType.sync, (encoder) => {
      encoding.writeVarUint(encoder, type);
      encoding.writeVarUint8Array(encoder, content);
    });
  }

  /** Asks for all that a document holds, as a browser does that has nothing. */
  ask(document: string): void {
    this.sync(document, new Uint8Array([0]), 0);
  }

  /** Says that it leaves a document. */
  close(document: string): void {
    this.#send(document, frameType.close, () => {});
  }

  awareness(document: string, update: Uint8Array): void {
    this.#send(document, frameType.awareness, (encoder) => encoding.writeVarUint8Array(encoder, update));
  }

  /** Waits until the condition holds, looking after every frame. */
  until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve) => {
      const look = () => {
        if (!condition()) return;
        this.#listeners.delete(look);
        resolve();
      };
      this.#listeners.add(look);
    });
  }

  leave(): void {
    this.socket.terminate();
  }

  #announce(): void {
    for (const listener of this.#listeners) listener();
  }

  #send(document: string, type: number, write: (encoder: encoding.Encoder) => void): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarString(encoder, document);
    encoding.writeVarUint(encoder, type);
    write(encoder);
    this.socket.send(encoding.toUint8Array(encoder));
  }

  #read(data: Uint8Array): void {
    const decoder = decoding.createDecoder(data);
    decoding.readVarString(decoder);
    const type = decoding.readVarUint(decoder);
    if (type === frameType.sync && decoding.readVarUint(decoder) === 1) this.answers += 1;
    if (type === frameType.stateless) this.messages.push(JSON.parse(decoding.readVarString(decoder)));
    if (type === frameType.close) this.closed.push(decoding.readVarString(decoder));
    if (type === frameType.syncStatus) {
      if (decoding.readVarInt(decoder) === 1) this.acknowledged += 1;
      else this.declined += 1;
    }
    if (type === frameType.auth) this.#readAdmission(decoder);
  }

  /** 1 is a refusal with its reason, 2 is admission; 0 would be a question for a new token. */
  #readAdmission(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder);
    if (kind === 1) this.admissions.push(decoding.readVarString(decoder));
    if (kind === 2) this.admissions.push("granted");
  }
}
