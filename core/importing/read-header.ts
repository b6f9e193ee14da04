/** What the header of a saved answer says, each field on its own: a bad one is left out and said so. */

import { cleanText } from "./clean-text.ts";
import { addressKeys, authorKeys, dateKeys, voteKeys } from "./header-keys.ts";
import type { ParsedArticle } from "./parsed-article.ts";
import { readSourceAddress } from "./source-address.ts";
import type { WarningLog } from "./warnings.ts";

export type Header = Pick<
  ParsedArticle,
  "sourceUrl" | "sourceKey" | "votes" | "updatedAtText" | "updatedAt" | "author" | "meta"
>;

export function readHeader(fields: ReadonlyMap<string, string>, warnings: WarningLog): Header {
  const meta = [...fields].map(
    ([key, value]) => [cleanText(key, warnings), cleanText(value, warnings)] as const,
  );
  const find = (keys: readonly string[]) =>
    meta.find(([key, value]) => keys.includes(key) && value !== "")?.[1] ?? null;
  const url = find(addressKeys);
  const source = url === null ? { url: null, key: null } : readSourceAddress(url, warnings);
  const updatedAtText = find(dateKeys);
  return {
    sourceUrl: source.url,
    sourceKey: source.key,
    votes: readVotes(find(voteKeys), warnings),
    updatedAtText,
    updatedAt: readDate(updatedAtText, warnings),
    author: find(authorKeys),
    meta,
  };
}

function readVotes(text: string | null, warnings: WarningLog): number | null {
  // The saving program writes "null" when Zhihu gave no number.
  if (text === null || text === "null") return null;
  const digits = text.replace(/[,，\s]/g, "");
  if (/^\d{1,12}$/.test(digits)) return Number(digits);
  warnings.add("votes-unreadable");
  return null;
}

/** `2023年03月25日17时23分34秒` → `2023-03-25T17:23:34+08:00`. The file names no zone; China's is assumed. */
function readDate(text: string | null, warnings: WarningLog): string | null {
  if (text === null || text === "null") return null;
  const parts = /^(\d{4})年(\d{1,2})月(\d{1,2})日\s*(\d{1,2})时(\d{1,2})分(\d{1,2})秒$/.exec(text);
  const [year = "", month = "", day = "", hour = "", minute = "", second = ""] = (parts ?? [])
    .slice(1)
    .map((part) => part.padStart(2, "0"));
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  const time = Date.parse(`${iso}Z`);
  // Date.parse lets 30 February pass in no engine we use, but 24:00 rolls over.
  if (parts !== null && !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso))
    return `${iso}+08:00`;
  warnings.add("date-unreadable");
  return null;
}
