/**
 * Local mode: whoever opens a page at one of our loopback names is the owner, by a real session. The cookie is made
 * here, before Next renders, so that the very first page knows its member.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import {
  createSession,
  findMemberByToken,
  getSessionCookie,
  sessionSeconds,
} from "#server/people/session.ts";

/** Gives a page request without a living session the owner's. Other requests keep what they have. */
export function admitLocal(request: IncomingMessage, response: ServerResponse, ownerId: string): void {
  const name = getSessionCookie();
  const token = readCookie(request.headers.cookie ?? "", name);
  if (token !== null && findMemberByToken(token) !== null) return;
  if (!isPageVisit(request)) return;
  const fresh = createSession(ownerId);
  const others = (request.headers.cookie ?? "")
    .split(/;\s*/)
    .filter((pair) => pair !== "" && !pair.startsWith(`${name}=`));
  request.headers.cookie = [...others, `${name}=${fresh}`].join("; ");
  setCookie(response, `${name}=${fresh}; Path=/; Max-Age=${sessionSeconds}; HttpOnly; SameSite=Strict`);
}

/** Next writes its own cookies over those that stand there; ours is put beside them each time. */
function setCookie(response: ServerResponse, cookie: string): void {
  response.setHeader("set-cookie", cookie);
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    const isCookie = name.toLowerCase() === "set-cookie";
    return setHeader(name, isCookie ? [cookie, ...[value].flat().map(String)] : value);
  };
}

/** A person's own navigation. A frame or a script of another site says so in Sec-Fetch-Site and gets nothing. */
function isPageVisit(request: IncomingMessage): boolean {
  if (request.method !== "GET") return false;
  const site = request.headers["sec-fetch-site"];
  const mode = request.headers["sec-fetch-mode"];
  // A browser names both; what names the mode alone is a program, which may read what a person may.
  if (site !== undefined && mode !== undefined && mode !== "navigate") return false;
  if (site === "cross-site" && request.headers["sec-fetch-dest"] !== "document") return false;
  if (request.url?.startsWith("/api/")) return false;
  return /text\/html|\*\/\*/.test(request.headers.accept ?? "*/*");
}

function readCookie(header: string, name: string): string | null {
  for (const pair of header.split(/;\s*/)) {
    if (pair.startsWith(`${name}=`)) return pair.slice(name.length + 1);
  }
  return null;
}
