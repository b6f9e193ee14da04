/** Questions to the server, and its answers as plain values: nothing is thrown, whether it refuses or cannot be reached. */
import type { ShownError, ShownFailure } from "#core/errors.ts";

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: ShownFailure };

/** Asks a route of ours for JSON. */
export async function askServer<Value>(address: string, init?: RequestInit): Promise<Answer<Value>> {
  try {
    const response = await fetch(address, init);
    return readAnswer(response.status, await response.text());
  } catch {
    // fetch rejects only when no answer came, or when it was aborted and nobody waits any more.
    return { ok: false, failure: "unreachable" };
  }
}

/** What a route of ours answered (`server/route.ts`). */
export function readAnswer<Value>(status: number, text: string): Answer<Value> {
  try {
    // Our own server's answer, whose shape is the type's by the route that was asked.
    const body = JSON.parse(text) as Value | { readonly error: ShownError };
    if (status >= 200 && status < 300) return { ok: true, value: body as Value };
    if (body && typeof body === "object" && "error" in body) return { ok: false, failure: body.error };
  } catch {
    // Not JSON: something between us and our server answered.
  }
  return { ok: false, failure: { code: status === 413 ? "too-large" : "unexpected", details: {} } };
}

type ActionResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ShownError };

/** Runs a server action (`server/action.ts`). */
export async function callAction<Value>(run: () => Promise<ActionResult<Value>>): Promise<Answer<Value>> {
  try {
    const result = await run();
    return result.ok ? result : { ok: false, failure: result.error };
  } catch {
    // An action rejects only when no answer came.
    return { ok: false, failure: "unreachable" };
  }
}
