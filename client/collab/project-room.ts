/** The project's room: no text, only who is where and word of changed facts. Presence is stamped by the server. */
import { HocuspocusProvider } from "@hocuspocus/provider";
import * as Y from "yjs";
import { Listeners } from "#client/listeners.ts";
import { Retry } from "#client/retry.ts";
import type { CollabCredentials, PresenceState, ServerMessage } from "#core/articles/collab-messages.ts";
import { textSchemaVersion } from "#core/articles/inline.ts";
import type { CollabSocket } from "./collab-socket.ts";
import { renewPresence } from "./renew-presence.ts";
import type { OtherPerson } from "./session-types.ts";
import type { TokenSource } from "./token-source.ts";

export type RoomPresence = OtherPerson & { readonly articleId: string | null };

export class ProjectRoom {
  readonly peopleChanged = new Listeners();
  readonly messages = new Listeners<[ServerMessage]>();
  readonly #provider: HocuspocusProvider;
  readonly #doc = new Y.Doc();
  readonly #memberId: string;
  readonly #socket: CollabSocket;
  readonly #retry = new Retry(() => {
    if (this.#socket.isOpen) void this.#provider.onOpen(new Event("open"));
  });
  #people: readonly RoomPresence[] = [];

  constructor(options: {
    projectId: string;
    memberId: string;
    socket: CollabSocket;
    tokens: TokenSource;
  }) {
    this.#memberId = options.memberId;
    this.#socket = options.socket;
    this.#provider = new HocuspocusProvider({
      name: options.projectId,
      document: this.#doc,
      websocketProvider: options.socket,
      token: async () => {
        const credentials: CollabCredentials = {
          token: await options.tokens.get(),
          schemaVersion: textSchemaVersion,
          epoch: 0,
        };
        return JSON.stringify(credentials);
      },
      onStateless: ({ payload }) => this.messages.call(JSON.parse(payload) as ServerMessage),
      onAwarenessChange: () => this.#readPeople(),
      onOpen: () => renewPresence(this.#provider.awareness),
      onAuthenticated: () => this.#retry.reset(),
      // The socket reconnects by itself; a room that the server closed alone is asked for again.
      onClose: () => this.#socket.isOpen && this.#retry.later(),
      onAuthenticationFailed: ({ reason }) => {
        if (reason === "expired") options.tokens.forget();
        this.#retry.later();
      },
    });
    this.#provider.attach();
  }

  /** Everybody in the project but this window. */
  listPeople(): readonly RoomPresence[] {
    return this.#people;
  }

  /** Says where this window is. */
  setPlace(articleId: string | null, segmentId: string | null): void {
    this.#provider.awareness?.setLocalState({ articleId, segmentId });
  }

  close(): void {
    this.#retry.stop();
    this.#provider.destroy();
    this.#doc.destroy();
  }

  #readPeople(): void {
    const people: RoomPresence[] = [];
    for (const [clientId, state] of this.#provider.awareness?.getStates() ?? []) {
      if (clientId === this.#doc.clientID) continue;
      // The server stamps every state that it passes on; one without a user is not its word.
      const presence = state as Partial<PresenceState>;
      if (!presence.user) continue;
      people.push({
        clientId,
        ...presence.user,
        window: presence.window ?? 1,
        isMe: presence.user.memberId === this.#memberId,
        articleId: presence.articleId ?? null,
        segmentId: presence.segmentId ?? null,
      });
    }
    this.#people = people;
    this.peopleChanged.call();
  }
}
