import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { WrongCall } from "./failure.ts";

/**
 * Options and positionals of a call. After `--` everything is positional, so that a pid or a text may begin with "-".
 * Throws `WrongCall` for an option that the command does not know.
 */
export function readCall<Options extends ParseArgsOptionsConfig>(given: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...given], options, allowPositionals: true, strict: true });
  } catch {
    throw new WrongCall();
  }
}
