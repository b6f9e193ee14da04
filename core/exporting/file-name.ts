/** Names of exported files: readable on every system, taken from the title. */

const forbidden = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const characterLimit = 80;
/** Most file systems take names of 255 bytes at the most. */
const byteLimit = 240;
const graphemes = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** A safe file name with its extension; `extension` has no dot. An empty or reserved title becomes "duizhao". */
export function buildFileName(title: string, extension: string): string {
  const clean = title.toWellFormed().normalize("NFC").replace(forbidden, " ").replace(/\s+/gu, " ");
  const stem = shorten(clean).replace(/^[. ]+|[. ]+$/g, "");
  return `${stem === "" || reserved.test(stem) ? "duizhao" : stem}.${extension}`;
}

/** Whole characters, as readers see them, up to both limits. */
function shorten(name: string): string {
  let [short, count, bytes] = ["", 0, 0];
  for (const { segment } of graphemes.segment(name)) {
    count += 1;
    bytes += new TextEncoder().encode(segment).length;
    if (count > characterLimit || bytes > byteLimit) break;
    short += segment;
  }
  return short;
}

/** The value of `Content-Disposition` for a download: an ASCII name, and the true one as RFC 5987 asks. */
export function buildAttachmentHeader(fileName: string): string {
  const ascii = fileName.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
