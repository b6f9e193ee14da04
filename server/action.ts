/**
 * The wrapper of every server action: who asks, is the input what it should be, and errors as plain results.
 * `action(schema, run)` parses the input, finds the member by session and calls the use case.
 */
import type { z } from "zod";
import type { ErrorCode, ErrorDetails } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { describeError } from "#server/describe-error.ts";
import { getMember } from "#server/people/get-member.ts";

export type ActionResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly error: { readonly code: ErrorCode | "unexpected"; readonly details: ErrorDetails };
    };

/** Builds a server action: input parsed by zod, member from the session cookie, errors returned by their code. */
export function action<Schema extends z.ZodType, Value>(
  schema: Schema,
  run: (member: Member, input: z.output<Schema>) => Value | Promise<Value>,
): (input: z.input<Schema>) => Promise<ActionResult<Value>> {
  return async (input) => {
    try {
      const parsed = schema.safeParse(input);
      if (!parsed.success) {
        return {
          ok: false,
          error: { code: "invalid-input", details: { field: parsed.error.issues[0]?.path.join(".") ?? "" } },
        };
      }
      const member = await getMember();
      return { ok: true, value: await run(member, parsed.data) };
    } catch (error) {
      return { ok: false, error: describeError(error) };
    }
  };
}
