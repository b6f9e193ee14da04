/** Images and formulas, which Zhihu writes as images. Addresses are kept as text; nothing is loaded. */
import type { Block } from "../articles/blocks.ts";
import { decodeOnce, parseAddress } from "./address.ts";
import { cleanText } from "./clean-text.ts";
import type { Tag } from "./tag.ts";
import type { WarningLog } from "./warnings.ts";

export type FigureAttributes = Extract<Block, { kind: "figure" }>["attributes"];

/** A displayed formula stands on a line of its own. */
export type Formula = { readonly tex: string; readonly isDisplayed: boolean };

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

/** The formula of an image or of a saved page's span, its TeX cleaned; null for another element. */
export function readFormula(tag: Tag, warnings: WarningLog): Formula | null {
  if (tag.name !== "img") return buildFormula(tag.get("data-tex"), tag.get("data-eeimg"), warnings);
  const fromAddress = findTexInAddress(tag.get("src") ?? tag.get("data-actualsrc") ?? "");
  const marker = tag.get("eeimg");
  if (marker !== "1" && marker !== "2" && fromAddress === null) return null;
  const alt = tag.get("alt");
  // Old pages wrote the word "formula" where the TeX belongs.
  const hasTex = alt !== null && alt.trim() !== "" && alt !== "[公式]";
  return buildFormula(hasTex ? alt : fromAddress, marker, warnings);
}

function findTexInAddress(src: string): string | null {
  const start = src.indexOf("equation?tex=");
  if (start === -1) return null;
  const encoded = src.slice(start + "equation?tex=".length).split("&", 1)[0] ?? "";
  const spaced = encoded.replaceAll("+", " ");
  return decodeOnce(spaced) ?? spaced;
}

/** Authors end TeX in `\\` to have it on a line of its own; as a line break at the end it means nothing. */
function buildFormula(raw: string | null, marker: string | null, warnings: WarningLog): Formula | null {
  if (raw === null) return null;
  const whole = cleanText(raw, warnings).trim();
  const hasBreak = whole.endsWith("\\\\") && !whole.endsWith("\\\\\\");
  const tex = hasBreak ? whole.slice(0, -2).trimEnd() : whole;
  return tex === "" ? null : { tex, isDisplayed: hasBreak || marker === "2" };
}
