import type { ErrorCode, ErrorDetails } from "#core/errors.ts";

/** What every server action returns (`server/action.ts`). */
export type ActionResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: ActionError };

export type ActionError = { readonly code: ErrorCode | "unexpected"; readonly details: ErrorDetails };

/** Runs a server action; a server that cannot be reached is the error `timed-out` like any other. */
export async function callAction<Value>(
  run: () => Promise<ActionResult<Value>>,
): Promise<ActionResult<Value>> {
  try {
    return await run();
  } catch {
    return { ok: false, error: { code: "timed-out", details: {} } };
  }
}
