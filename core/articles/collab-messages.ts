/** What browser and server say to each other through the collaboration socket, beside the text itself. */

/** Path of the socket, on the one port. */
export const collabPath = "/collab";

/**
 * The token string that a provider sends in its auth frame, as JSON.
 * `token` is short-lived and bound to member and article (or to the project, for its room);
 * `epoch` is that of the browser's local copy of this part.
 */
export type CollabCredentials = {
  readonly token: string;
  readonly schemaVersion: number;
  readonly epoch: number;
};

/** Why the server did not let a part be opened (the reason of `authenticationFailed`). */
export const admissionRefusals = ["expired", "forbidden", "not-found", "epoch", "too-many"] as const;
export type AdmissionRefusal = (typeof admissionRefusals)[number];

/**
 * Why an update was refused. `storage-full` and `too-fast` are worth another try; after each other kind the page stops
 * sending, sets its copy aside as a file and goes on from the server's text.
 */
export const updateRefusals = [
  "storage-full",
  "malformed",
  "too-large",
  "quota",
  "pending",
  "too-fast",
  "read-only",
] as const;
export type UpdateRefusal = (typeof updateRefusals)[number];

/** Stateless messages from server to browser. */
export type ServerMessage =
  /** Sent on the part's document before its connection is closed. */
  | { readonly type: "refused"; readonly reason: UpdateRefusal; readonly limit: number | null }
  /** The store failed (true) or works again (false); logged edits are safe either way. Who comes meanwhile is told, too. */
  | { readonly type: "storage-trouble"; readonly isTrouble: boolean }
  /** Facts changed: fetch them. In the project's room. */
  | {
      readonly type: "changed";
      readonly what: ChangedFact;
      readonly articleId: string | null;
      readonly segmentId: string | null;
    };

/** "text": targets were stored, some time after they were typed, and lists count them from now on. */
export const changedFacts = ["confirmations", "article", "library", "glossary", "text"] as const;
export type ChangedFact = (typeof changedFacts)[number];

/** One awareness state, stamped by the server: `user` comes from the session, never from the browser. */
export type PresenceState = {
  readonly user: { readonly memberId: string; readonly name: string; readonly color: string };
  /** A number for the windows of one member, from 1, given by the server. */
  readonly window: number;
  readonly articleId: string | null;
  readonly segmentId: string | null;
  /** Relative positions of anchor and head inside the segment's fragment, as the cursor plugin writes them. */
  readonly cursor: unknown;
};

/** Bytes of one update at the most; larger ones the browser sends in pieces. */
export const updateByteLimit = 256 * 1024;
/** Bytes of one part's document at the most. */
export const partByteLimit = 8 * 1024 * 1024;
/** Parts that one socket / one person may have open. */
export const socketPartLimit = 32;
export const memberPartLimit = 200;
