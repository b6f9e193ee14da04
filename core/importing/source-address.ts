/** The address in a file's header, and the key by which the same article is recognised again. */
import { parseAddress } from "./address.ts";
import type { WarningLog } from "./warnings.ts";

export type SourceAddress = { readonly url: string | null; readonly key: string | null };

const zhihuHosts = new Set(["www.zhihu.com", "zhihu.com", "m.zhihu.com"]);

/**
 * Reads the address of the source. Answers and articles of Zhihu get a canonical URL and a key such as
 * `zhihu:answer:123`; where their number is missing there is no key, so that no text is taken for another. Other
 * addresses are kept with the key `url:…`. A negative answer number is the overflow of 32 bits and is repaired.
 */
export function readSourceAddress(raw: string, warnings: WarningLog): SourceAddress {
  const address = parseAddress(raw);
  if (address === null) {
    warnings.add("source-address-refused");
    return { url: null, key: null };
  }
  const { pathname } = new URL(address.href);
  if (zhihuHosts.has(address.host)) return readAnswer(pathname, address.href, warnings);
  if (address.host === "zhuanlan.zhihu.com") return readColumnArticle(pathname, address.href, warnings);
  return { url: address.href, key: `url:${address.href}` };
}

function readColumnArticle(pathname: string, href: string, warnings: WarningLog): SourceAddress {
  const article = /^\/p\/(-?\d+)\/?$/.exec(pathname)?.[1];
  if (article !== undefined) {
    const id = repairId(article, warnings);
    return { url: `https://zhuanlan.zhihu.com/p/${id}`, key: `zhihu:article:${id}` };
  }
  if (!/^\/(p(\/|$)|$)/.test(pathname)) return { url: href, key: `url:${href}` };
  warnings.add("answer-id-missing");
  return { url: null, key: null };
}

function readAnswer(pathname: string, href: string, warnings: WarningLog): SourceAddress {
  const answer = /^(\/question\/\d+)?\/answers?\/(-?\d+)\/?$/.exec(pathname);
  if (answer?.[2] !== undefined) {
    const id = repairId(answer[2], warnings);
    return { url: `https://www.zhihu.com${answer[1] ?? ""}/answer/${id}`, key: `zhihu:answer:${id}` };
  }
  if (!/^\/(question|answers?)(\/|$)/.test(pathname)) return { url: href, key: `url:${href}` };
  warnings.add("answer-id-missing");
  const question = /^\/question\/\d+(?=\/|$)/.exec(pathname)?.[0];
  return { url: question === undefined ? null : `https://www.zhihu.com${question}`, key: null };
}

function repairId(id: string, warnings: WarningLog): string {
  if (!id.startsWith("-")) return id;
  warnings.add("id-repaired");
  return String(BigInt(id) + 2n ** 32n);
}
