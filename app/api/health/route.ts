import { getDb } from "#db/client.ts";

/** 200 while the database answers. Tells nothing else. */
export function GET(): Response {
  getDb().get("SELECT 1");
  return new Response("ok", { headers: { "cache-control": "no-store" } });
}
export const dynamic = "force-dynamic";
