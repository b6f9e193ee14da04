/**
 * The running collaboration. Next bundles its own copy of these modules beside the one Node loads, so everything that
 * is shared lives in one object on `globalThis`; functions in either copy find it here.
 */

import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Hocuspocus } from "@hocuspocus/server";
import type { WebSocket } from "ws";
import type { Member } from "#core/people/permissions.ts";
import type { Allowance } from "./allowance.ts";
import type { CollabLimits } from "./limits.ts";
import type { Part } from "./part.ts";
import type { StoreKeeper } from "./store-keeper.ts";
import type { UpdateLog } from "./update-log.ts";

/** One WebSocket and what it has used of its limits. */
export type OpenSocket = {
  readonly connection: WebSocket;
  /** The member who was first admitted on it; another one is refused. */
  memberId: string | null;
  /** Number of this window among the member's, from 1. */
  window: number;
  /** Those of documents admitted and not left yet. */
  readonly seats: Set<Seat>;
  readonly updates: Allowance;
  readonly questions: Allowance;
  /** For presence, and whatever else carries no text. */
  readonly presence: Allowance;
  /** Since when it has been reading too slowly, null while it keeps up. */
  slowSince: number | null;
  /** True once it is being thrown out: nothing of it is heard any more. */
  isCut: boolean;
  /** Documents that are closed on it and that it has not asked for again. */
  readonly closed: Set<string>;
};

/** Who sits at a document: a part, or the project's room when `partId` is null. */
export type Seat = {
  readonly member: Member;
  readonly articleId: string | null;
  readonly partId: string | null;
  /** True once the document is loaded. */
  isTaken: boolean;
  /** The one awareness client of this seat, bound at first use. */
  clientId: number | null;
};

/** Context of a Hocuspocus connection; both are null for the server's own. */
export type ConnectionContext = { readonly socket: OpenSocket | null; readonly seat: Seat | null };

export type Collaboration = {
  readonly hocuspocus: Hocuspocus<ConnectionContext>;
  readonly limits: CollabLimits;
  readonly log: UpdateLog;
  readonly keeper: StoreKeeper;
  /** Parts whose docs are open, by id. */
  readonly parts: Map<string, Part>;
  readonly sockets: Set<OpenSocket>;
  /** Takes over an HTTP upgrade to the socket's path. Refuses foreign and missing origins with 403. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Stops: no new sockets, everything received is logged and stored, the sockets are closed. */
  destroy(): Promise<void>;
};

const key = Symbol.for("duizhao.collaboration");
const holder = globalThis as { [key]?: Collaboration };

export function findCollaboration(): Collaboration | null {
  return holder[key] ?? null;
}

export function getCollaboration(): Collaboration {
  const running = findCollaboration();
  if (!running) throw new Error("no collaboration is running");
  return running;
}

/** Makes it the process's one; null when it has ended. */
export function setCollaboration(running: Collaboration | null): void {
  if (running && holder[key]) throw new Error("a collaboration is running already");
  if (running) holder[key] = running;
  else delete holder[key];
}
