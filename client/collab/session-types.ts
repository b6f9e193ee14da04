/** What the workbench knows of the collaboration: plain shapes, no Yjs. */

import type { AdmissionRefusal, ServerMessage, UpdateRefusal } from "#core/articles/collab-messages.ts";
import type { Inline } from "#core/articles/inline.ts";
import type { Member } from "#core/people/permissions.ts";

/** What the server will never take back: all refusals but those that another try may end. */
export type Refusal =
  | Exclude<UpdateRefusal, "storage-full" | "too-fast">
  | Exclude<AdmissionRefusal, "expired" | "too-many">;

export type SessionStatus = {
  /** Local changes that the server has not on disk yet. */
  readonly pending: number;
} & (
  | {
      /** `signed-out`: the server knows this browser no more, and a reload makes a new session; what is typed stays here. */
      readonly state: "loading" | "saving" | "offline" | "signed-out" | "not-saved";
      readonly reason: null;
    }
  /** `storage-trouble`: it is in the server's log only, safe, but in no list and no export yet. */
  | { readonly state: "saved"; readonly reason: "storage-trouble" | null }
  | { readonly state: "refused"; readonly reason: Refusal }
  /** `outdated`: this page is of another version of the text schema than the server. */
  | { readonly state: "read-only"; readonly reason: "outdated" | null }
);

/** A segment's target as it stands in this browser. The same object until something changes. */
export type TargetView = {
  readonly content: readonly Inline[];
  /** Computed when first asked for: most targets are never confirmed. */
  readonly hash: string;
  readonly valid: boolean;
  /** False while only the text of the last store is known. */
  readonly isLoaded: boolean;
  /** True while the server will take, now or later, what is typed here. */
  readonly isEditable: boolean;
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
  readonly reason: Refusal;
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

/** What the server gives for opening an article's parts. */
export type CollabAdmission = {
  /** Good for a minute. */
  readonly token: string;
  /** The server's version of the text schema. */
  readonly schemaVersion: number;
  /** The parts with their epochs today. */
  readonly parts: readonly SessionPart[];
};

export type SessionOptions = {
  readonly article: { readonly id: string; readonly projectId: string };
  readonly me: Member;
  readonly segments: readonly SessionSegment[];
  readonly parts: readonly SessionPart[];
  /** The admission that came with the page. */
  readonly admission: CollabAdmission;
  /**
   * Asks the server for another. Throws an Error with the code of the server's refusal as its message, any other when
   * the server cannot be reached.
   */
  readonly openCollab: () => Promise<CollabAdmission>;
  /** ws:// or wss:// address of the collaboration socket. */
  readonly socketUrl: string;
};

export type FactsListener = (message: ServerMessage) => void;
