/** Why bytes are no article: the reasons of AppError `unreadable-file`. */
import { AppError } from "../errors.ts";

/** Each has its sentence in `messages/…/importing-refusals.json`. */
export const refusalReasons = [
  "empty",
  "gbk",
  "encoding",
  "pdf",
  "image",
  "archive",
  "binary",
  "json",
  "index-list",
  "no-text",
  "no-chinese",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** The error that says why something could not be read. */
export function buildRefusal(reason: RefusalReason): AppError {
  return new AppError("unreadable-file", { reason });
}
