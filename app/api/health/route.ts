import { checkHealth } from "#server/process/check-health.ts";

/** 200 while the database answers and text can be stored, 503 while it cannot. Tells nothing else. */
export function GET(): Response {
  const isWell = checkHealth();
  const headers = { "cache-control": "no-store" };
  return new Response(isWell ? "ok" : "storage trouble", { status: isWell ? 200 : 503, headers });
}
export const dynamic = "force-dynamic";
