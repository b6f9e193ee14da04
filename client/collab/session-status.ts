/** One true sentence for all parts of a page: the worst news first. */
import type { SessionStatus } from "./session-types.ts";

const order: readonly SessionStatus["state"][] = [
  "refused",
  "not-saved",
  "signed-out",
  "offline",
  "read-only",
  "loading",
  "saving",
  "saved",
];

/** The status of the page from those of its parts; before any part is open it depends on the socket alone. */
export function combineStatus(statuses: readonly SessionStatus[], isOnline: boolean): SessionStatus {
  const pending = statuses.reduce((sum, status) => sum + status.pending, 0);
  for (const state of order) {
    const found = statuses.find((status) => status.state === state);
    if (found) return { ...found, pending };
  }
  return { state: isOnline ? "loading" : "offline", pending, reason: null };
}
