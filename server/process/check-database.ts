/** The health check: one question to the database. */
import { getDb } from "#db/client.ts";

/** Returns while the database answers. @throws whatever it says when it does not */
export function checkDatabase(): void {
  getDb().get("SELECT 1");
}
