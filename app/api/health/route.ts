import { checkDatabase } from "#server/process/check-database.ts";

/** 200 while the database answers. Tells nothing else. */
export function GET(): Response {
  checkDatabase();
  return new Response("ok", { headers: { "cache-control": "no-store" } });
}
export const dynamic = "force-dynamic";
