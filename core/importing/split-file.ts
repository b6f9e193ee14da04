/** The grammar of a saved answer: an optional title line, header fields, then HTML. */
import { authorKeys, tellingKeys } from "./header-keys.ts";
import type { WarningLog } from "./warnings.ts";

export type SplitFile = {
  readonly title: string | null;
  /** Header fields in the order of the file; of a repeated key the first. A Map: keys are foreign. */
  readonly meta: ReadonlyMap<string, string>;
  /** The HTML, with or without its body tags. */
  readonly body: string;
  /** True when the file names itself as a saved answer: by a known field or the body tag. Only then is there a header. */
  readonly isSavedFormat: boolean;
};

/** Splits text (line ends `\n`) into title, header and body. Never fails: each part may be missing. */
export function splitFile(text: string, warnings: WarningLog): SplitFile {
  let at = 0;
  let title: string | null = null;
  if (text.startsWith("# ")) {
    const end = findLineEnd(text, 0);
    title = text.slice(2, end);
    at = end + 1;
  }
  const { fields, end } = readFields(text, at);
  const hasBody = /^\s*<body[\s>]/i.test(text.slice(end));
  // Lines in the form of fields may also be the list with which a text begins.
  const isHeader = hasBody || fields.some(({ key }) => tellingKeys.has(key));
  const header = !isHeader ? [] : hasBody ? fields : cutHeader(fields);
  const meta = collectMeta(header, warnings);
  const rest = text.slice(hasBody ? end : (header.at(-1)?.end ?? at));
  return { title, meta, body: cutFirstAnswer(rest, warnings), isSavedFormat: isHeader };
}

type Field = {
  readonly key: string;
  readonly value: string;
  readonly isBehindBlank: boolean;
  /** Where the next line begins. */
  readonly end: number;
};

/** The lines `- key：value` with nothing but blank lines between them; `end` is where another line begins. */
function readFields(text: string, from: number): { fields: Field[]; end: number } {
  const fields: Field[] = [];
  let end = from;
  let isBehindBlank = false;
  for (let line = readLine(text, end); line !== null; line = readLine(text, end)) {
    const isBlank = line.text.trim() === "";
    const field = parseField(line.text);
    if (!isBlank && field === null) break;
    end = line.end + 1;
    if (field !== null) fields.push({ key: field[0], value: field[1], isBehindBlank, end });
    isBehindBlank = isBlank;
  }
  return { fields, end };
}

/** The fields up to the last block of them that is known: what follows behind a blank line may be a list of the text. */
function cutHeader(fields: readonly Field[]): readonly Field[] {
  const blocks: Field[][] = [];
  for (const field of fields) {
    if (blocks.length === 0 || field.isBehindBlank) blocks.push([]);
    blocks.at(-1)?.push(field);
  }
  const last = blocks.findLastIndex(
    (block) =>
      block.some(({ key }) => tellingKeys.has(key)) || block.every(({ key }) => authorKeys.includes(key)),
  );
  return blocks.slice(0, last + 1).flat();
}

function collectMeta(fields: readonly Field[], warnings: WarningLog): Map<string, string> {
  const meta = new Map<string, string>();
  for (const { key, value } of fields) if (!meta.has(key)) meta.set(key, value);
  warnings.add("meta-repeated", fields.length - meta.size);
  return meta;
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

/** Says so when HTML was cut off: its body opens and never closes, or it ends inside a tag. */
export function warnOfCut(body: string, warnings: WarningLog): void {
  const isOpen = /^\s*<body[\s>]/i.test(body) && !/<\/body\s*>/i.test(body.slice(-2_000));
  const isInTag = /<\/?[a-z][^<>]*$/i.test(body.slice(-10_000));
  if (isOpen || isInTag) warnings.add("truncated");
}
