/** The one error type of the house: a code that has its sentence in `messages`, and plain details. */

export const errorCodes = [
  "sign-in-needed",
  "forbidden",
  "not-found",
  "invalid-input",
  "conflict",
  "too-large",
  "unreadable-file",
  "storage-full",
  "timed-out",
  "too-many-requests",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Plain values that a sentence may name; never a stack, never a path. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>;

/** An error as it reaches a screen: ours by its code, any other by the id under which it was logged. */
export type ShownError = { readonly code: ErrorCode | "unexpected"; readonly details: ErrorDetails };

/** What a screen may have to tell: an error of the server, or that no answer came at all. */
export type ShownFailure = ShownError | "unreachable";

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(`${code} ${JSON.stringify(details)}`);
    this.name = "AppError";
    this.code = code;
    this.details = details;
  }
}

/**
 * True for an AppError of any copy of this module: Next bundles its own beside the one Node loads,
 * so errors are recognised by their code and never by `instanceof`.
 */
export function isAppError(error: unknown): error is AppError {
  if (!(error instanceof Error) || !("code" in error)) return false;
  return errorCodes.some((code) => code === error.code);
}
