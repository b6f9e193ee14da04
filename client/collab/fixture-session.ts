/** A page's part of a test: sockets, parts and sessions of the browser's own code against a real server. */

import { Listeners } from "#client/listeners.ts";
import { hashContent } from "#core/articles/canonical.ts";
import { collabPath } from "#core/articles/collab-messages.ts";
import { getFragmentLength, insertAt } from "#core/articles/fragment-range.ts";
import { renderPlainText } from "#core/articles/inline.ts";
import { getFragment } from "#core/articles/part-text.ts";
import { buildSocketClass } from "#server/collab/fixture-visitor.ts";
import type { RunningFixture } from "#server/collab/run-fixture.ts";
import { CollabSocket } from "./collab-socket.ts";
import { PartConnection } from "./part-connection.ts";
import type {
  CollabAdmission,
  Refusal,
  SessionOptions,
  SessionPart,
  SessionStatus,
} from "./session-types.ts";
import { TokenSource } from "./token-source.ts";

/** That of the fixture server, whatever a test makes of the page's. */
const serverSchemaVersion = 2;

const writerOrigin = { source: "writer" };

export function getSocketUrl({ port }: RunningFixture): string {
  return `ws://127.0.0.1:${port}${collabPath}`;
}

/** A page's socket, which sends the Origin that a browser would. */
export function openSocket(fixture: RunningFixture): CollabSocket {
  const WebSocketPolyfill = buildSocketClass(fixture.port);
  return new CollabSocket({ url: getSocketUrl(fixture), WebSocketPolyfill });
}

/** The network fails: no close frame, no farewell. The socket tries again by itself. */
export function cutSocket(socket: CollabSocket): void {
  // In Node the provider's socket is one of the package ws.
  (socket.webSocket as unknown as { terminate(): void } | null)?.terminate();
}

type OpenPartOptions = {
  readonly index?: number;
  readonly memberId?: string;
  readonly epoch?: number;
  readonly ask?: () => Promise<CollabAdmission>;
};

/** One part as a page holds it, without what stands around it; the test waits by its events. */
export class OpenPart {
  readonly part: PartConnection;
  readonly socket: CollabSocket;
  readonly refusals: Refusal[] = [];
  readonly #segmentIds: readonly string[];
  readonly #changed = new Listeners();

  constructor(fixture: RunningFixture, given: OpenPartOptions = {}) {
    const { id = "", segmentIds = [] } = fixture.parts[given.index ?? 0] ?? {};
    const memberId = given.memberId ?? fixture.translator;
    this.#segmentIds = segmentIds;
    this.socket = openSocket(fixture);
    this.socket.on("status", () => this.#changed.call());
    this.part = new PartConnection({
      id,
      epoch: given.epoch ?? 1,
      memberId,
      segmentIds,
      socket: this.socket,
      isReadOnly: false,
      tokens: new TokenSource(given.ask ?? (() => openCollab(fixture, memberId))),
      trackedOrigins: new Set([writerOrigin]),
      onText: () => this.#changed.call(),
      onStatus: () => this.#changed.call(),
      onMessage: () => {},
      onRefused: (reason) => {
        this.refusals.push(reason);
        this.#changed.call();
      },
    });
  }

  get state(): SessionStatus["state"] {
    return this.part.getStatus().state;
  }

  /** Writes at the end of a segment: the first one when none is said. */
  type(text: string, segment = 0): void {
    const fragment = getFragment(this.part.doc, this.#segmentIds[segment] ?? "");
    const end = getFragmentLength(fragment);
    this.part.doc.transact(() => insertAt(fragment, end, [{ type: "text", text }]), writerOrigin);
  }

  read(segment = 0): string {
    return renderPlainText(this.part.targets.get(this.#segmentIds[segment] ?? "").content);
  }

  /** Waits until the condition holds, looking at every change of text or status. */
  until(condition: () => boolean): Promise<void> {
    if (condition()) return Promise.resolve();
    return new Promise((resolve) => {
      const stop = this.#changed.add(() => {
        if (!condition()) return;
        stop();
        resolve();
      });
    });
  }

  async leave(): Promise<void> {
    await this.part.close();
    this.socket.destroy();
  }
}

/** What the page's server action answers. */
export async function openCollab(fixture: RunningFixture, memberId: string): Promise<CollabAdmission> {
  const articleId = fixture.articleId;
  const token = await fixture.command<string>("token", { memberId, articleId });
  const sql = `SELECT id, ordinal, epoch FROM parts WHERE article_id = '${articleId}' ORDER BY ordinal`;
  const parts = await fixture.command<SessionPart[]>("query", { sql });
  return { token, schemaVersion: serverSchemaVersion, parts };
}

/** What the page opens an article with; its targets are those of the last store. */
export async function buildSessionOptions(
  fixture: RunningFixture,
  memberId = fixture.translator,
): Promise<SessionOptions> {
  const admission = await openCollab(fixture, memberId);
  const ids = fixture.parts.flatMap(({ segmentIds }, part) => segmentIds.map((id) => ({ id, part })));
  return {
    article: { id: fixture.articleId, projectId: fixture.projectId },
    me: { id: memberId, projectId: fixture.projectId, name: "writer", role: "translator", color: "li" },
    segments: ids.map(({ id, part }, index) => ({
      id,
      part,
      number: index + 1,
      target: [],
      targetHash: hashContent([]),
      targetValid: true,
    })),
    parts: admission.parts,
    admission,
    openCollab: () => openCollab(fixture, memberId),
    socketUrl: getSocketUrl(fixture),
  };
}
