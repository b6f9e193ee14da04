/** How commands fail: one plain sentence on standard error, exit code 1; a wrong call shows the usage, exit code 2. */
import { isAppError } from "#core/errors.ts";
import messages from "#messages/en/errors.json" with { type: "json" };
import { explain } from "./parse.ts";

/** A failure whose message is the sentence for the person. */
export class Failure extends Error {}

/** A call that does not fit the command's usage. */
export class WrongCall extends Error {}

/** The sentence for what a command threw. */
export function renderFailure(error: unknown): string {
  if (error instanceof Failure) return error.message;
  const isOfFile = isAppError(error) && (error.code === "unreadable-file" || error.code === "too-large");
  if (!isAppError(error) || isOfFile) return capitalise(explain(error));
  if (error.code === "conflict" && error.details.articleId) {
    return `It is in the library already, as ${error.details.articleId}.`;
  }
  if (error.code === "not-found") return `There is no such ${error.details.what ?? "article"}.`;
  if (error.code === "invalid-input" && error.details.field === "title") {
    return "It has no title of its own: give one with --title.";
  }
  if (error.code === "invalid-input" && error.details.field === "file") {
    return "There is a file of that name already; choose another.";
  }
  if (error.code === "invalid-input" && error.details.field === "folder") {
    return "That folder cannot be written; choose another.";
  }
  return messages[error.code];
}

function capitalise(sentence: string): string {
  return sentence.slice(0, 1).toUpperCase() + sentence.slice(1);
}
