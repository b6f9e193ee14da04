import type { Awareness } from "y-protocols/awareness";

/**
 * Called at the beginning of each connection. Whoever loses a connection drops the states of the others but remembers
 * their clocks, and takes only states that are newer: so the own state gets a new clock, and the clocks of those who
 * were dropped are forgotten. Without it a person is missed until the next word that all say, every 15 s.
 */
export function renewPresence(awareness: Awareness | null): void {
  if (!awareness) return;
  for (const client of [...awareness.meta.keys()]) {
    if (client !== awareness.clientID && !awareness.states.has(client)) awareness.meta.delete(client);
  }
  const own = awareness.getLocalState();
  if (own !== null) awareness.setLocalState(own);
}
