/** Sessions: the browser holds a random token, the table only its SHA-256. */
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, lte } from "drizzle-orm";
import type { Member } from "#core/people/permissions.ts";
import { getDb, schema, write } from "#db/client.ts";
import { getEnv } from "#server/env.ts";

/** Browsers keep one cookie for all ports of a name: so each data folder has a cookie of its own. */
export function getSessionCookie(data = getEnv().data): string {
  return `duizhao-session-${createHash("sha256").update(data).digest("hex").slice(0, 8)}`;
}

/** Seconds that a session lasts. */
export const sessionSeconds = 180 * 24 * 3600;

/** Makes a session for a member and returns its token (43 characters of base64url). */
export function createSession(memberId: string, now = Date.now()): string {
  const token = randomBytes(32).toString("base64url");
  const expiresAt = now + sessionSeconds * 1000;
  const row = { tokenHash: hashToken(token), memberId, createdAt: now, expiresAt };
  write([getDb().insert(schema.sessions).values(row)]);
  return token;
}

/** The member whose unexpired session has this token, or null. */
export function findMemberByToken(token: string, now = Date.now()): Member | null {
  const { members, sessions } = schema;
  const row = getDb()
    .select({
      id: members.id,
      projectId: members.projectId,
      name: members.name,
      role: members.role,
      color: members.color,
    })
    .from(sessions)
    .innerJoin(members, eq(members.id, sessions.memberId))
    .where(and(eq(sessions.tokenHash, hashToken(token)), gt(sessions.expiresAt, now)))
    .get();
  return row ?? null;
}

/** Deletes sessions that let nobody in any more. */
export function deleteExpiredSessions(now = Date.now()): void {
  const { sessions } = schema;
  write([getDb().delete(sessions).where(lte(sessions.expiresAt, now))]);
}

function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
