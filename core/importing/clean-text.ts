/**
 * Takes out of text what nobody sees and what deceives: zero-width, direction and control characters.
 * Compatibility ideographs and the form of composed characters stay as they are; the kept original is the audit.
 */
import { WarningLog } from "./warnings.ts";

type Fate = "kept" | "invisible-removed" | "direction-removed" | "control-removed";

const zeroWidthJoiner = 0x200d;

/** The text without invisible, direction and control characters; lone surrogates become U+FFFD. Counts each in the log. */
export function cleanText(text: string, warnings: WarningLog): string {
  const whole = replaceLoneSurrogates(text, warnings);
  let clean = "";
  let from = 0;
  for (let at = 0; at < whole.length; at += 1) {
    const fate = judge(whole.charCodeAt(at));
    if (fate === "kept" && isTag(whole, at) && !isInFlag(whole, at)) {
      clean += whole.slice(from, at);
      at += 1;
      from = at + 1;
      warnings.add("invisible-removed");
      continue;
    }
    if (fate === "kept") continue;
    if (whole.charCodeAt(at) === zeroWidthJoiner && joinsEmoji(whole, at)) continue;
    clean += whole.slice(from, at);
    from = at + 1;
    warnings.add(fate);
  }
  return from === 0 ? whole : clean + whole.slice(from);
}

/** A line that a person typed, such as a title, without white space around it: cleaned as what is read from a file. */
export function cleanLine(typed: string): string {
  return cleanText(typed, new WarningLog()).trim();
}

function judge(unit: number): Fate {
  if ((unit >= 0x20 && unit < 0x7f) || (unit >= 0x3000 && unit < 0xfe00)) return "kept";
  if (unit < 0x20) return unit === 0x09 || unit === 0x0a || unit === 0x0d ? "kept" : "control-removed";
  if (unit < 0xa0) return "control-removed";
  if (unit === 0xad || unit === 0xfeff) return "invisible-removed";
  if (unit >= 0x200b && unit <= 0x200d) return "invisible-removed";
  if (unit >= 0x2060 && unit <= 0x2065) return "invisible-removed";
  if (unit === 0x061c || unit === 0x200e || unit === 0x200f) return "direction-removed";
  if ((unit >= 0x202a && unit <= 0x202e) || (unit >= 0x2066 && unit <= 0x2069)) return "direction-removed";
  if (unit >= 0x206a && unit <= 0x206f) return "direction-removed";
  return unit >= 0xfff9 && unit !== 0xfffc && unit !== 0xfffd ? "control-removed" : "kept";
}

/** True at an invisible "tag" letter (U+E0000 to U+E007F, two units), which can carry hidden words. */
function isTag(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 0xdb40 && next >= 0xdc00 && next <= 0xdc7f;
}

/** Tag letters are seen only as the flag of a region: a black flag and at most six of them and an end. */
function isInFlag(text: string, at: number): boolean {
  return /\u{1f3f4}[\u{e0020}-\u{e007e}]{0,6}$/u.test(text.slice(Math.max(0, at - 14), at));
}

/** True for the joiner inside an emoji of several, as in a family. */
function joinsEmoji(text: string, at: number): boolean {
  return (
    /(\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(at + 1, at + 3))
  );
}

function replaceLoneSurrogates(text: string, warnings: WarningLog): string {
  if (text.isWellFormed()) return text;
  const whole = text.toWellFormed();
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) !== whole.charCodeAt(at)) count += 1;
  warnings.add("surrogate-replaced", count);
  return whole;
}
