/** What the workbench knows of the collaboration: plain shapes, no Yjs. */

import type { AdmissionRefusal, ServerMessage, UpdateRefusal } from "#core/articles/collab-messages.ts";
import type { Inline } from "#core/articles/inline.ts";
import type { Member } from "#core/people/permissions.ts";

export type SessionStatus = {
  readonly state: "loading" | "saved" | "saving" | "offline" | "not-saved" | "refused" | "read-only";
  /** Local changes that the server has not on disk yet. */
  readonly pending: number;
  readonly reason: UpdateRefusal | AdmissionRefusal | null;
};

/** A segment's target as it stands in this browser. The same object until something changes. */
export type TargetView = {
  readonly content: readonly Inline[];
  /** Computed when first asked for: most targets are never confirmed. */
  readonly hash: string;
  readonly valid: boolean;
  /** False while only the text of the last store is known; editing waits for true. */
  readonly isLoaded: boolean;
  readonly isEmpty: boolean;
};

export type OtherPerson = {
  readonly clientId: number;
  readonly memberId: string;
  readonly name: string;
  readonly color: string;
  /** From 1 among the windows of one member. */
  readonly window: number;
  /** Another window of the reader. */
  readonly isMe: boolean;
  readonly segmentId: string | null;
};

/** A local copy that could not be sent. It stays in this browser until it is discarded. */
export type SetAside = {
  readonly id: string;
  readonly reason: UpdateRefusal | AdmissionRefusal;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly fileName: string;
  /** Plain text: number and target of each segment that differed from the server's. */
  readonly text: string;
};

export type SessionPart = { readonly id: string; readonly ordinal: number; readonly epoch: number };

export type SessionSegment = {
  readonly id: string;
  readonly number: number;
  /** Ordinal of its part. */
  readonly part: number;
  readonly target: readonly Inline[];
  readonly targetHash: string;
  readonly targetValid: boolean;
};

/** What the server gives for opening an article's parts: a short-lived token and the parts' epochs today. */
export type CollabAdmission = { readonly token: string; readonly parts: readonly SessionPart[] };

export type SessionOptions = {
  readonly article: { readonly id: string; readonly projectId: string };
  readonly me: Member;
  readonly segments: readonly SessionSegment[];
  readonly parts: readonly SessionPart[];
  /** The admission that came with the page. */
  readonly admission: CollabAdmission;
  /** Asks the server for another; throws when it cannot be reached. */
  readonly openCollab: () => Promise<CollabAdmission>;
  /** ws:// or wss:// address of the collaboration socket. */
  readonly socketUrl: string;
};

export type FactsListener = (message: ServerMessage) => void;
