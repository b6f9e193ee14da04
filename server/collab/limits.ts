/** What one browser may ask of the socket. Tests bring smaller numbers. */
import {
  memberPartLimit,
  partByteLimit,
  socketPartLimit,
  updateByteLimit,
} from "#core/articles/collab-messages.ts";
import type { Rate } from "./allowance.ts";

export type CollabLimits = {
  /** Bytes of one frame; a larger one closes the socket with 1009. */
  readonly frameBytes: number;
  readonly updateBytes: number;
  readonly partBytes: number;
  /** Bytes of updates whose dependencies are missing, per part. */
  readonly pendingBytes: number;
  /** Updates of one socket. */
  readonly updates: Rate;
  /** Questions, each of which is answered with a whole part. Opening a part takes one. */
  readonly questions: Rate;
  /** Frames of presence: beyond it they are not heard. A page says anew every 15 s where it is. */
  readonly presence: Rate;
  /** Bytes of one state. */
  readonly presenceBytes: number;
  readonly socketParts: number;
  readonly memberParts: number;
  /** Documents and bytes that one socket may have waiting for admission. */
  readonly pendingDocuments: number;
  readonly pendingFrameBytes: number;
  /** A socket with more than this waiting to be read for `slowGrace` is cut; with twice as much, at once. */
  readonly bufferedBytes: number;
  /** Milliseconds, as are all that follow. */
  readonly slowGrace: number;
  readonly sweepPeriod: number;
  readonly hookTime: number;
  readonly storeDelay: number;
  readonly storeMaxDelay: number;
  /** First wait before a failed store is tried again; it doubles up to 30 s. */
  readonly storeRetry: number;
};

export const collabLimits: CollabLimits = {
  frameBytes: 1024 * 1024,
  updateBytes: updateByteLimit,
  partBytes: partByteLimit,
  pendingBytes: 1024 * 1024,
  updates: { perSecond: 200, burst: 2000 },
  questions: { perSecond: 10, burst: 4 * socketPartLimit },
  // Who holds a key down to walk through the segments sends some five for each.
  presence: { perSecond: 200, burst: 1000 },
  presenceBytes: 4096,
  socketParts: socketPartLimit,
  memberParts: memberPartLimit,
  pendingDocuments: 20,
  pendingFrameBytes: 256 * 1024,
  bufferedBytes: 4 * 1024 * 1024,
  slowGrace: 5000,
  sweepPeriod: 1000,
  hookTime: 5000,
  storeDelay: 2000,
  storeMaxDelay: 10_000,
  storeRetry: 1000,
};
