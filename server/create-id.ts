import { randomBytes } from "node:crypto";
import { buildId } from "#core/ids.ts";

/** A new id of our own (see `core/ids.ts`). */
export function createId(): string {
  return buildId(Date.now(), randomBytes(11));
}
