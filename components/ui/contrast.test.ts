import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const css = readFileSync(new URL("../../app/globals.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(([, name, light, dark]) => [
    name ?? "",
    { light: light ?? "", dark: dark ?? "" },
  ]),
);

/** Relative luminance by WCAG 2.2. */
function getLuminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function getContrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [getLuminance(one), getLuminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ["paper", "raised", "wash", "active", "seal-wash"];
const texts = [
  "ink",
  "muted",
  "faint",
  "seal",
  "jade",
  "amber",
  "li",
  "ana",
  "pine",
  "ochre",
  "plum",
  "slate",
];

describe.each(["light", "dark"] as const)("the %s theme meets AA", (theme) => {
  test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    "%s on %s",
    (text, ground) => {
      const contrast = getContrast(tokens.get(text)?.[theme] ?? "", tokens.get(ground)?.[theme] ?? "");
      expect(contrast).toBeGreaterThanOrEqual(4.5);
    },
  );
});
