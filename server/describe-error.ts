/** What may be told of an error. Stands alone, because plain Node cannot load Next's request functions, as `action.ts` does. */
import { randomUUID } from "node:crypto";
import { type ErrorCode, type ErrorDetails, isAppError } from "#core/errors.ts";
import { log } from "#server/log.ts";

/** Code and details of an AppError; anything else is logged under an id that the person also sees. */
export function describeError(error: unknown): { code: ErrorCode | "unexpected"; details: ErrorDetails } {
  if (isAppError(error)) return { code: error.code, details: error.details };
  const id = randomUUID().slice(0, 8);
  log.error({ err: error, id }, "unexpected error");
  return { code: "unexpected", details: { id } };
}
