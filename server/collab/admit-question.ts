/** Questions cost the server more than the browser: a few bytes are answered with a whole part. */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { WebSocket } from "ws";
import { takeAllowance } from "./check-update.ts";
import type { CollabLimits } from "./limits.ts";
import type { OpenSocket } from "./running.ts";

/**
 * Resolves when a question may be answered: in a turn of its own, and not while the socket leaves earlier answers unread.
 * Throws UpdateRefused beyond the allowance, and an Error without a message when the socket was cut meanwhile.
 */
export async function admitQuestion(socket: OpenSocket, limits: CollabLimits): Promise<void> {
  takeAllowance(socket.questions, limits.questions);
  await nextTurn();
  // Questions that waited together have the same moment: the answer to the first may be as much as may wait.
  while (!socket.isCut && socket.connection.bufferedAmount > limits.bufferedBytes) {
    await waitUntilRead(socket.connection);
    await nextTurn();
  }
  if (socket.isCut) throw new Error();
}

/** Who does not read is not read from either, so that what it sends meanwhile does not pile up here. */
async function waitUntilRead(connection: WebSocket): Promise<void> {
  connection.pause();
  // A frame after all others: written, or failed, when those are.
  await new Promise((resolve) => connection.ping(undefined, undefined, resolve));
  connection.resume();
}
