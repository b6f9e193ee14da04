/** A browser's part of a test: a real provider on a real socket. */
import { HocuspocusProvider, HocuspocusProviderWebsocket } from "@hocuspocus/provider";
import WebSocket from "ws";
import * as Y from "yjs";
import { collabPath, type ServerMessage } from "#core/articles/collab-messages.ts";
import { textSchemaVersion } from "#core/articles/inline.ts";
import { getFragment } from "#core/articles/part-text.ts";
import type { RunningFixture } from "./run-fixture.ts";

export type VisitorOptions = {
  readonly memberId?: string;
  readonly articleId?: string | null;
  readonly document?: string;
  readonly epoch?: number;
  readonly schemaVersion?: number;
  readonly token?: string;
  readonly doc?: Y.Doc;
};

export class Visitor {
  readonly doc: Y.Doc;
  readonly socket: HocuspocusProviderWebsocket;
  readonly provider: HocuspocusProvider;
  readonly messages: ServerMessage[] = [];
  readonly refusals: string[] = [];
  /** Local changes so far. */
  made = 0;

  constructor(fixture: RunningFixture, options: VisitorOptions = {}) {
    const url = `ws://127.0.0.1:${fixture.port}${collabPath}`;
    this.doc = options.doc ?? new Y.Doc();
    this.socket = new HocuspocusProviderWebsocket({
      url,
      WebSocketPolyfill: buildSocketClass(fixture.port),
      minDelay: 50,
      delay: 50,
      maxDelay: 200,
    });
    this.provider = new HocuspocusProvider({
      name: options.document ?? fixture.parts[0]?.id ?? "",
      document: this.doc,
      websocketProvider: this.socket,
      token: () => getCredentials(fixture, options),
      onStateless: ({ payload }) => this.messages.push(JSON.parse(payload) as ServerMessage),
      onAuthenticationFailed: ({ reason }) => this.refusals.push(reason),
    });
    this.doc.on("update", (_update: Uint8Array, origin: unknown) => {
      if (origin !== this.provider) this.made += 1;
    });
    this.provider.attach();
  }

  /** Changes that the server has acknowledged; acknowledgements come in order. */
  get acknowledged(): number {
    return this.made - this.provider.unsyncedChanges;
  }

  /** Writes at the end of a segment, as one change. */
  type(segmentId: string, text: string): void {
    const fragment = getFragment(this.doc, segmentId);
    this.doc.transact(() => {
      const last = fragment.length > 0 ? fragment.get(fragment.length - 1) : null;
      if (last instanceof Y.XmlText) last.insert(last.length, text);
      else fragment.insert(0, [new Y.XmlText(text)]);
    });
  }

  read(segmentId: string): string {
    return getFragment(this.doc, segmentId)
      .toArray()
      .map((child) => (child instanceof Y.XmlText ? child.toString() : ""))
      .join("");
  }

  /** Waits until the condition holds, looking whenever something arrives. */
  until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve) => {
      const events = [
        "synced",
        "unsyncedChanges",
        "stateless",
        "close",
        "authenticationFailed",
        "authenticated",
        "status",
        "awarenessUpdate",
        "message",
      ];
      const look = () => {
        if (!condition()) return;
        for (const event of events) this.provider.off(event, later);
        for (const event of ["close", "status"]) this.socket.off(event, later);
        this.doc.off("update", later);
        resolve();
      };
      const later = () => setImmediate(look);
      for (const event of events) this.provider.on(event, later);
      for (const event of ["close", "status"]) this.socket.on(event, later);
      this.doc.on("update", later);
    });
  }

  async ready(): Promise<this> {
    await this.until(() => this.provider.isSynced && this.provider.unsyncedChanges === 0);
    return this;
  }

  /** Waits until the server has acknowledged everything. */
  saved(): Promise<void> {
    return this.until(() => this.provider.unsyncedChanges === 0);
  }

  leave(): void {
    this.provider.destroy();
    this.socket.destroy();
  }
}

/** A socket with the Origin that a page of this server would send. */
export function buildSocketClass(port: number): typeof WebSocket {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { origin: `http://127.0.0.1:${port}` });
      this.on("error", () => {});
    }
  } as typeof WebSocket;
}

export async function getCredentials(fixture: RunningFixture, options: VisitorOptions = {}): Promise<string> {
  const memberId = options.memberId ?? fixture.translator;
  const articleId = options.articleId === undefined ? fixture.articleId : options.articleId;
  const token = options.token ?? (await fixture.command<string>("token", { memberId, articleId }));
  return JSON.stringify({
    token,
    schemaVersion: options.schemaVersion ?? textSchemaVersion,
    epoch: options.epoch ?? 1,
  });
}
