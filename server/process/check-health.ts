/** The health check: whether the database answers, and takes what is written. */
import { getDb } from "#db/client.ts";
import { findCollaboration } from "#server/collab/running.ts";

/** False while some text is logged but cannot be stored. @throws what the database says when it does not answer */
export function checkHealth(): boolean {
  getDb().get("SELECT 1");
  return findCollaboration()?.keeper.hasTrouble !== true;
}
