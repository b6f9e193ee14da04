/** Names text that is no article. What bytes are no text at all is told apart before, by `decodeBytes`. */
import { cleanText } from "./clean-text.ts";
import { buildRefusal } from "./refusals.ts";
import { WarningLog } from "./warnings.ts";

/** Throws AppError `unreadable-file` for empty text, JSON, RTF and lists of answers. */
export function refuseForeign(text: string): void {
  if (cleanText(text, new WarningLog()).trim() === "") throw buildRefusal("empty");
  const start = text.trimStart();
  if (start.startsWith("{\\rtf")) throw buildRefusal("binary");
  if (/^[{[]\s*["{[\]}]/.test(start.slice(0, 1_000)) && /["\]}]\s*:|^\[/.test(start.slice(0, 10_000))) {
    throw buildRefusal("json");
  }
  if (isIndexList(text)) throw buildRefusal("index-list");
}

/** The older lists of one collection: `## question`, then `- [author的回答](address),点赞数：…`. */
function isIndexList(text: string): boolean {
  if (/<body[\s>]/i.test(text)) return false;
  return text
    .split("\n", 2_000)
    .some((line) => line.startsWith("- [") && line.includes("的回答](") && line.includes("点赞数"));
}
