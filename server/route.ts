/**
 * The wrapper of every route handler: who asks, and errors as JSON with their status. What the handler returns becomes
 * JSON; a Response passes as it is. None may be compressed here: Next takes `content-encoding` off every answer.
 */
import type { z } from "zod";
import { AppError, type ErrorCode } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { describeError } from "#server/describe-error.ts";
import { getMember } from "#server/people/get-member.ts";

const statuses: Record<ErrorCode | "unexpected", number> = {
  "sign-in-needed": 401,
  forbidden: 403,
  "not-found": 404,
  "invalid-input": 400,
  conflict: 409,
  "too-large": 413,
  "unreadable-file": 422,
  "storage-full": 507,
  "timed-out": 504,
  "too-many-requests": 429,
  unexpected: 500,
};

type Context = { params: Promise<Record<string, string>> };
type Handler = (member: Member, request: Request, params: Record<string, string>) => Promise<unknown>;

/** Builds a route handler from a use case: `route(async (member, request, params) => value | Response)`. */
export function route(handle: Handler): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    try {
      const member = await getMember();
      const value = await handle(member, request, await context.params);
      return withPrivacy(value instanceof Response ? value : Response.json(value ?? null));
    } catch (error) {
      const described = describeError(error);
      return withPrivacy(Response.json({ error: described }, { status: statuses[described.code] }));
    }
  };
}

/** The parameters of the address as the schema wants them; throws `invalid-input` with the first that is not. */
export function parseQuery<Schema extends z.ZodType>(request: Request, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (parsed.success) return parsed.data;
  throw new AppError("invalid-input", { field: String(parsed.error.issues[0]?.path[0] ?? "") });
}

function withPrivacy(response: Response): Response {
  response.headers.set("cache-control", "private, no-store");
  return response;
}
