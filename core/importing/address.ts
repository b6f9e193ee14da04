/** Addresses in imported content: unwrapped once, then held to plain http and https. Nothing here is ever fetched. */

export type Address = {
  /** Absolute http or https URL without user name, at most 4,096 characters. */
  readonly href: string;
  /** For people; a foreign-letter host shows as punycode. */
  readonly host: string;
};

const addressLimit = 4_096;

/**
 * Reads an address as it stands in the content (entities already decoded). A redirect of link.zhihu.com is replaced
 * by its target, decoded once. Null for anything that is not a plain web address.
 */
export function parseAddress(raw: string): Address | null {
  const url = parseWebUrl(raw);
  if (url === null || url.hostname !== "link.zhihu.com") return url && buildAddress(url);
  const target = findTarget(url);
  if (target === null) return buildAddress(url);
  const inner = parseWebUrl(target);
  // A redirect inside a redirect hides where it goes.
  return inner === null || inner.hostname === "link.zhihu.com" ? null : buildAddress(inner);
}

function parseWebUrl(raw: string): URL | null {
  const text = raw.trim();
  if (text.length > addressLimit || !/^https?:\/\/[^/\\\s]/i.test(text)) return null;
  // The URL parser silently drops tabs and newlines and turns backslashes; an honest address has none.
  if (/[\s\\]/.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== "" || url.password !== "" || url.hostname === "") return null;
  return url.href.length > addressLimit ? null : url;
}

function buildAddress(url: URL): Address {
  return { href: url.href, host: url.host };
}

/** The `target` of a redirect, percent-decoded once; null when there is none. */
function findTarget(url: URL): string | null {
  const pair = url.search
    .slice(1)
    .split("&")
    .find((each) => each.startsWith("target="));
  if (pair === undefined) return null;
  return decodeOnce(pair.slice("target=".length)) ?? "";
}

/** Percent-decodes once; null when the text is not percent-encoded UTF-8. */
export function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/**
 * True when the text of a link is itself an address, so that there is nothing to translate. Without a scheme only the
 * host of the link tells an address from a name with a dot, such as Node.js.
 */
export function isAddressText(text: string, host: string | null): boolean {
  const trimmed = text.trim();
  if (/\s/.test(trimmed)) return false;
  if (/^[a-z]{2,10}:\/\/./i.test(trimmed)) return true;
  const [start = ""] = trimmed.split(/[/?#…]/, 1);
  return host !== null && dropWww(start.toLowerCase()) === dropWww(host);
}

function dropWww(host: string): string {
  return host.replace(/^www\./, "");
}
