/** Names of exported files: readable on every system, taken from the title. */

const forbidden = /[\p{Cc}\p{Cf}\p{Cs}<>:"/\\|?*]+/gu;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i;
const characterLimit = 80;

/** A safe file name with its extension; `extension` has no dot. An empty or reserved title becomes "duizhao". */
export function buildFileName(title: string, extension: string): string {
  const clean = title.toWellFormed().normalize("NFC").replace(forbidden, " ").replace(/\s+/gu, " ");
  const stem = [...clean]
    .slice(0, characterLimit)
    .join("")
    .replace(/^[. ]+|[. ]+$/g, "");
  return `${stem === "" || reserved.test(stem) ? "duizhao" : stem}.${extension}`;
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
