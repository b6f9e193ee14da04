/** The grammar of a saved answer: an optional title line, header fields, then HTML. */
import type { WarningLog } from "./warnings.ts";

export type SplitFile = {
  readonly title: string | null;
  /** Header fields in the order of the file; of a repeated key the first. A Map: keys are foreign. */
  readonly meta: ReadonlyMap<string, string>;
  /** The HTML, with or without its body tags. */
  readonly body: string;
  /** True when the file names itself as a saved answer: by a known field or the body tag. */
  readonly isSavedFormat: boolean;
};

export const knownKeys = ["点赞数", "更新时间", "回答url"] as const;

/** Splits text (line ends `\n`) into title, header and body. Never fails: each part may be missing. */
export function splitFile(text: string, warnings: WarningLog): SplitFile {
  let at = 0;
  let title: string | null = null;
  if (text.startsWith("# ")) {
    const end = findLineEnd(text, 0);
    title = text.slice(2, end);
    at = end + 1;
  }
  const meta = new Map<string, string>();
  for (let line = readLine(text, at); line !== null; line = readLine(text, at)) {
    const field = line.text.trim() === "" ? null : parseField(line.text);
    if (line.text.trim() !== "" && field === null) break;
    if (field !== null && meta.has(field[0])) warnings.add("meta-repeated");
    else if (field !== null) meta.set(...field);
    at = line.end + 1;
  }
  const rest = text.slice(at);
  const body = cutFirstAnswer(rest, warnings);
  warnOfCut(body, warnings);
  const isSavedFormat = knownKeys.some((key) => meta.has(key)) || /^\s*<body[\s>]/i.test(rest);
  return { title, meta, body, isSavedFormat };
}

function findLineEnd(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end;
}

function readLine(text: string, from: number): { text: string; end: number } | null {
  if (from >= text.length) return null;
  const end = findLineEnd(text, from);
  return { text: text.slice(from, end), end };
}

/** `- key：value` with a full-width or an ASCII colon; null for another line. */
function parseField(line: string): [string, string] | null {
  if (!line.startsWith("- ")) return null;
  const colon = line.slice(0, 60).search(/[：:]/);
  if (colon === -1) return null;
  const key = line.slice(2, colon).trim();
  // Markup, links and whole sentences before the colon are text of the body, not a field.
  if (key === "" || key.length > 20 || /[<>[\]，。]/.test(key)) return null;
  return [key, line.slice(colon + 1).trim()];
}

/** The first answer of several in one file: another begins after `</body>` with a header of its own. */
function cutFirstAnswer(rest: string, warnings: WarningLog): string {
  // Every repetition is bounded and stops at `<`, so that the search stays linear on hostile files.
  const next =
    /<\/body>\s*(?=(#[ ][^\n]{1,300}\n\s*)?(-[ ][^\n:：<]{1,20}[：:][^\n<]{0,1000}\n\s*){0,20}<body[\s>])/gi;
  let first: number | null = null;
  let count = 0;
  for (const match of rest.matchAll(next)) {
    first ??= match.index + "</body>".length;
    count += 1;
  }
  warnings.add("more-answers", count);
  return first === null ? rest : rest.slice(0, first);
}

/** A body that opens and never closes, or that ends inside a tag, was cut off. */
function warnOfCut(body: string, warnings: WarningLog): void {
  const isOpen = /^\s*<body[\s>]/i.test(body) && !/<\/body\s*>/i.test(body.slice(-2_000));
  const isInTag = /<\/?[a-z][^<>]*$/i.test(body.slice(-10_000));
  if (isOpen || isInTag) warnings.add("truncated");
}
