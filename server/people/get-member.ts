import { cookies } from "next/headers.js";
import { AppError } from "#core/errors.ts";
import type { Member } from "#core/people/permissions.ts";
import { findMemberByToken, getSessionCookie } from "#server/people/session.ts";

/** The member whom the request's session cookie names. Throws `sign-in-needed` when there is none. */
export async function getMember(): Promise<Member> {
  const token = (await cookies()).get(getSessionCookie())?.value;
  const member = token ? findMemberByToken(token) : null;
  if (!member) throw new AppError("sign-in-needed");
  return member;
}
