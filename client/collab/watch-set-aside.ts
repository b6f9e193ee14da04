import { type SetAsideStore, setAsideChannel } from "./set-aside-store.ts";

/**
 * Shows in this store what is there, and what any window of this browser sets aside or discards, until the returned
 * function is called.
 */
export function watchSetAside(store: SetAsideStore): () => void {
  const channel = new BroadcastChannel(setAsideChannel);
  channel.addEventListener("message", ({ data }) => data === store.key && void store.load());
  void store.load();
  return () => channel.close();
}
