/** Images and formulas, which Zhihu writes as images. Addresses are kept as text; nothing is loaded. */
import type { Block } from "../articles/blocks.ts";
import { decodeOnce, parseAddress } from "./address.ts";
import { cleanText } from "./clean-text.ts";
import type { Tag } from "./tag.ts";
import type { WarningLog } from "./warnings.ts";

export type FigureAttributes = Extract<Block, { kind: "figure" }>["attributes"];

const altLimit = 2_000;

/** Address, alternative text and size of an image. `noscriptSource` is used when the image itself has only a placeholder. */
export function readImage(tag: Tag, noscriptSource: string | null, warnings: WarningLog): FigureAttributes {
  const sources = ["data-actualsrc", "data-original", "data-original-src", "src"].map((name) =>
    tag.get(name),
  );
  const src = [...sources, noscriptSource].map(readSource).find((each) => each !== null) ?? null;
  if (src === null) warnings.add("image-address-refused");
  return {
    src,
    alt: cleanText((tag.get("alt") ?? "").slice(0, altLimit), warnings).trim(),
    width: tag.getNumber("data-rawwidth") ?? tag.getNumber("width"),
    height: tag.getNumber("data-rawheight") ?? tag.getNumber("height"),
  };
}

/** The address without `?source=`, which only says which page showed the image. */
function readSource(raw: string | null): string | null {
  const address = raw === null ? null : parseAddress(raw);
  if (address === null) return null;
  const url = new URL(address.href);
  url.searchParams.delete("source");
  return url.href;
}

/** The TeX of a formula image or of a saved page's formula span, cleaned; null for another element. */
export function readTex(tag: Tag, warnings: WarningLog): string | null {
  if (tag.name !== "img") return tidyTex(tag.get("data-tex"), warnings);
  const fromAddress = findTexInAddress(tag.get("src") ?? tag.get("data-actualsrc") ?? "");
  const marker = tag.get("eeimg");
  if (marker !== "1" && marker !== "2" && fromAddress === null) return null;
  const alt = tag.get("alt");
  // Old pages wrote the word "formula" where the TeX belongs.
  const hasTex = alt !== null && alt.trim() !== "" && alt !== "[公式]";
  return tidyTex(hasTex ? alt : fromAddress, warnings);
}

function findTexInAddress(src: string): string | null {
  const start = src.indexOf("equation?tex=");
  if (start === -1) return null;
  const encoded = src.slice(start + "equation?tex=".length).split("&", 1)[0] ?? "";
  const spaced = encoded.replaceAll("+", " ");
  return decodeOnce(spaced) ?? spaced;
}

/** Authors end TeX in `\\` to have it on a line of its own; as a line break at the end it means nothing. */
function tidyTex(raw: string | null, warnings: WarningLog): string | null {
  if (raw === null) return null;
  const tex = cleanText(raw, warnings).trim();
  const bare = tex.endsWith("\\\\") && !tex.endsWith("\\\\\\") ? tex.slice(0, -2).trimEnd() : tex;
  return bare === "" ? null : bare;
}
