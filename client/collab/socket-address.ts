import { collabPath } from "#core/articles/collab-messages.ts";

/** The socket of the server that this page came from. */
export function getSocketAddress(): string {
  const address = new URL(collabPath, window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  return address.href;
}
