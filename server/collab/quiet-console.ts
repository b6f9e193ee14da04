/**
 * Hocuspocus prints two lines for each frame or admission that a hook refuses, with no way to turn that off: one hostile
 * page fills the log. What a hook says was expected, or is in our own log already.
 */
import { log } from "#server/log.ts";

const ofFrame = /^closing connection \S+ \(while handling /;

/**
 * Keeps those lines of the hooks with these names off the console from now on, and everything else on it; returns what
 * ends that. A frame that failed for another reason than a hook's is told in one line of the log.
 */
export function quietConsole(names: readonly string[], isExpected: (error: unknown) => boolean): () => void {
  const print = console.error;
  const ofHooks = new Set(names.map((name) => `[${name}]`));
  const quiet = (...given: unknown[]): void => {
    const [first, error] = given;
    const line = given.length === 2 && typeof first === "string" ? first : "";
    if (ofFrame.test(line)) {
      if (!isExpected(error)) log.info({ err: readMessage(error) }, "a frame was not taken");
    } else if (!ofHooks.has(line)) print(...given);
  };
  console.error = quiet;
  return () => {
    if (console.error === quiet) console.error = print;
  };
}

function readMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
