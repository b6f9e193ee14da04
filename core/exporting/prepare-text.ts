/** Makes any text printable: nothing invisible, nothing off the page, no box where a glyph is missing. */
import { allowBreaks, type TextPlace } from "./allow-breaks.ts";
import type { ExportNotice } from "./options.ts";

export type PreparedText = {
  readonly text: string;
  readonly notices: readonly Omit<ExportNotice, "segment">[];
};

const controls = /(?![\t\n])\p{Cc}|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Text that every page can carry. `hasGlyph` tells whether the fonts have a code point; what they lack is printed as `[U+20BB7]`.
 * Each kind of replacement is told once per character.
 */
export function prepareText(
  text: string,
  hasGlyph: (codePoint: number) => boolean,
  place?: TextPlace,
): PreparedText {
  const notices = new Map<string, Omit<ExportNotice, "segment">>();
  const tell = (code: ExportNotice["code"], detail: string) =>
    notices.set(`${code} ${detail}`, { code, detail });
  const visible = text
    .toWellFormed()
    .replace(/\r\n?/g, "\n")
    .replace(controls, (character) => {
      tell("control-removed", renderCodePoint(character));
      return "";
    });
  const known = visible.replace(/[^\n\t]/gu, (character) => {
    if (hasGlyph(character.codePointAt(0) ?? 0)) return character;
    if (/\p{Default_Ignorable_Code_Point}/u.test(character)) return "";
    tell("missing-glyph", renderCodePoint(character));
    return `[${renderCodePoint(character)}]`;
  });
  const { text: printable, broken } = allowBreaks(known, place);
  for (const token of broken) tell("long-token-broken", token.slice(0, 40));
  return { text: printable, notices: [...notices.values()] };
}

/** `U+20BB7`: at least four upper-case hex digits. */
export function renderCodePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
