/** Bytes to text: UTF-8 with or without a mark, UTF-16, and a name for what it is otherwise. */
import { checkLimit } from "./limits.ts";
import { buildRefusal, type RefusalReason } from "./refusals.ts";
import type { WarningLog } from "./warnings.ts";

const signatures: readonly (readonly [RefusalReason, readonly number[]])[] = [
  ["pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image", [0x89, 0x50, 0x4e, 0x47]],
  ["image", [0xff, 0xd8, 0xff]],
  ["image", [0x47, 0x49, 0x46, 0x38]],
  ["image", [0x52, 0x49, 0x46, 0x46]],
  ["archive", [0x50, 0x4b, 0x03, 0x04]],
  ["archive", [0x50, 0x4b, 0x05, 0x06]],
  ["archive", [0x1f, 0x8b]],
  ["archive", [0x52, 0x61, 0x72, 0x21]],
  ["archive", [0x37, 0x7a, 0xbc, 0xaf]],
  ["archive", [0xd0, 0xcf, 0x11, 0xe0]],
];

/**
 * Decodes a file's bytes to text with `\n` line ends and no mark. A few damaged characters (a file cut inside one) are
 * replaced and counted. Throws `too-large`, or `unreadable-file` with what the bytes seem to be.
 */
export function decodeBytes(bytes: Uint8Array, warnings: WarningLog): string {
  if (bytes.length === 0) throw buildRefusal("empty");
  for (const [reason, signature] of signatures) {
    if (signature.every((byte, at) => bytes[at] === byte)) throw buildRefusal(reason);
  }
  checkLimit("bytes", bytes.length);
  return decodeText(bytes, warnings).replace(/\r\n?/g, "\n");
}

function decodeText(bytes: Uint8Array, warnings: WarningLog): string {
  const wide = findUtf16(bytes);
  if (wide !== null) {
    warnings.add("utf16-decoded");
    return new TextDecoder(wide).decode(bytes);
  }
  const text = decodeStrictly("utf-8", bytes);
  if (text !== null) {
    refuseBinary(bytes);
    return text;
  }
  return decodeDamaged(bytes, warnings);
}

function decodeDamaged(bytes: Uint8Array, warnings: WarningLog): string {
  const text = new TextDecoder("utf-8").decode(bytes);
  const damaged = countCharacters(text, /\ufffd/g);
  const sound = countCharacters(text, /[^\p{ASCII}\ufffd]/gu);
  refuseBinary(bytes);
  if (damaged <= 3 + sound / 50 && sound > damaged) {
    warnings.add("damaged-characters", damaged);
    return text;
  }
  throw buildRefusal(isGbk(bytes) ? "gbk" : "encoding");
}

/**
 * GBK has no mark. Its Chinese is pairs of bytes, nearly all of them in the old GB 2312 square, and two in five begin
 * with B0–BF (的, 不, 和 …) or are punctuation (A1–A3), where Cyrillic and Big5 text have few.
 */
function isGbk(bytes: Uint8Array): boolean {
  let pairs = 0;
  let inSquare = 0;
  let telling = 0;
  for (let at = 0; at < Math.min(bytes.length, 64 * 1024) - 1; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    pairs += 1;
    if (trail >= 0xa1) inSquare += 1;
    if ((lead >= 0xb0 && lead <= 0xbf) || (lead >= 0xa1 && lead <= 0xa3)) telling += 1;
    at += 1;
  }
  return pairs > 0 && inSquare >= pairs * 0.9 && telling >= pairs * 0.2;
}

function findUtf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  // Without a mark: markup is ASCII, so every other byte is NUL there.
  const zeros = [0, 0];
  const end = Math.min(bytes.length, 4_096);
  for (let at = 0; at < end; at += 1) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd * 20 > end && even === 0) return "utf-16le";
  return even * 20 > end && odd === 0 ? "utf-16be" : null;
}

function decodeStrictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** A text may hold a few stray control characters (removed and counted later), not one in a hundred. */
function refuseBinary(bytes: Uint8Array): void {
  let controls = 0;
  for (const byte of bytes) if (byte < 0x09 || (byte > 0x0d && byte < 0x20)) controls += 1;
  if (controls > 8 && controls * 100 > bytes.length) throw buildRefusal("binary");
}

function countCharacters(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}
