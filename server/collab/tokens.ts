/**
 * Short-lived tokens for the socket's auth frame: bound to a member and an article, signed with a key that lives and
 * dies with this process. The role is not in them: it is read from the database at admission.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Member } from "#core/people/permissions.ts";

/** Milliseconds that a token is good for. */
const lifetime = 60_000;

const schema = z.object({
  memberId: z.string(),
  /** Null: for the project's room only. */
  articleId: z.string().nullable(),
  expiresAt: z.number(),
});
export type CollabToken = z.output<typeof schema>;

const key = Symbol.for("duizhao.collaboration-key");
const holder = globalThis as { [key]?: Buffer };

function getKey(): Buffer {
  holder[key] ??= randomBytes(32);
  return holder[key];
}

/** A token for the parts of an article and the project's room; with null for the room only. */
export function createCollabToken(member: Member, articleId: string | null, now = Date.now()): string {
  const token: CollabToken = { memberId: member.id, articleId, expiresAt: now + lifetime };
  const body = Buffer.from(JSON.stringify(token)).toString("base64url");
  return `${body}.${sign(body).toString("base64url")}`;
}

/** What a token says; null when it is not ours or no longer good. */
export function findCollabToken(token: string, now = Date.now()): CollabToken | null {
  const [body = "", signature = ""] = token.split(".");
  const given = Buffer.from(signature, "base64url");
  const expected = sign(body);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const read = schema.parse(JSON.parse(Buffer.from(body, "base64url").toString()));
  return read.expiresAt > now ? read : null;
}

function sign(body: string): Buffer {
  return createHmac("sha256", getKey()).update(body).digest();
}
