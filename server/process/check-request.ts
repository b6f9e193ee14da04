/**
 * The door before Next: which names this server answers to, and which pages may talk to it. Another site, or another
 * name rebound to this address, is refused before any of our code sees it.
 */
import type { IncomingHttpHeaders } from "node:http";

/** The name that Next knows this server by, and that is printed. */
export const ownName = "localhost";

const loopbackNames = ["localhost", "127.0.0.1", "[::1]"];

/** True for a host that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return loopbackNames.includes(host) || host === "::1";
}

/** The exact Host values of a server on this port. */
export function listHosts(port: number): string[] {
  return loopbackNames.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/** True when Host is one of ours. */
export function isKnownHost(headers: IncomingHttpHeaders, port: number): boolean {
  return headers.host !== undefined && listHosts(port).includes(headers.host.toLowerCase());
}

/** True when Origin is exactly that of the Host it came to. `isRequired` refuses a missing one too. */
export function isOwnOrigin(headers: IncomingHttpHeaders, isRequired: boolean): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return !isRequired;
  return origin === `http://${host}`;
}

/**
 * Headers that only Next itself may set; from outside they have been bypasses. Those of a proxy too, since none stands
 * before us: Next takes the name that one forwards for its own, above Host.
 */
const innerHeaders =
  /^(x-middleware-|x-nextjs-|x-invoke-|x-forwarded-|next-resume$|x-matched-path$|x-now-route-matches$)/;

export function removeInnerHeaders(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) if (innerHeaders.test(name)) delete headers[name];
}

/**
 * After the checks: Next takes an address at another name than its own for a foreign server, and would send its own
 * rewrites out through the network. So it hears one name, whichever of ours was asked.
 */
export function hearOneName(headers: IncomingHttpHeaders, port: number): void {
  headers.host = `${ownName}:${port}`;
  if (headers.origin !== undefined) headers.origin = `http://${headers.host}`;
}
