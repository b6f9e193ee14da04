/**
 * Hocuspocus does not await every hook, and a throw in one of those ends the process. So all hooks are built here, and
 * none is registered without its guard: an error is logged, a hang is cut, and only hooks that may refuse throw on.
 */
import type { Extension, HookName, HookPayloadByName } from "@hocuspocus/server";
import { log } from "#server/log.ts";
import type { ConnectionContext } from "./running.ts";

export type Hooks = {
  [Name in HookName]?: (payload: HookPayloadByName<ConnectionContext>[Name]) => unknown;
};

/** Their throw means no: they are awaited, and what they refuse is not acknowledged. */
const refusingHooks: readonly string[] = [
  "onAuthenticate",
  "onLoadDocument",
  "beforeHandleMessage",
  "beforeSync",
  "beforeHandleAwareness",
  "beforeUnloadDocument",
];

/** Wraps every hook. `limit` in milliseconds; `expected` are errors that need no line in the log. */
export function guardHooks(
  hooks: Hooks,
  limit: number,
  isExpected: (error: unknown) => boolean,
): Extension<ConnectionContext> {
  const guarded = Object.entries(hooks).map(([name, hook]) => {
    // The names and their payloads belong together by `Hooks`; Object.entries forgets it.
    const run = hook as (payload: unknown) => unknown;
    return [name, (payload: unknown) => runGuarded(name, () => run(payload), limit, isExpected)];
  });
  return Object.fromEntries(guarded);
}

async function runGuarded(
  name: string,
  run: () => unknown,
  limit: number,
  isExpected: (error: unknown) => boolean,
): Promise<unknown> {
  try {
    const result = run();
    return result instanceof Promise ? await cutHang(name, result, limit) : result;
  } catch (error) {
    if (!isExpected(error)) log.error({ hook: name, err: error }, "a collaboration hook failed");
    if (refusingHooks.includes(name)) throw error;
    return undefined;
  }
}

function cutHang(name: string, result: Promise<unknown>, limit: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${name} took longer than ${limit} ms`)), limit);
    result.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
