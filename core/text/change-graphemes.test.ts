import { expect, test } from "vitest";
import { changeGraphemes } from "./change-graphemes.ts";

test("a changed character is one place, an unchanged one as many as it has units", () => {
  const changed = changeGraphemes("𠀀e\u0301桥", (grapheme) => grapheme.normalize("NFC"));
  expect(changed).toEqual({ text: "𠀀é桥", starts: [0, 1, 2, 4], ends: [1, 2, 4, 5] });
});

test("a character may become several units, or none", () => {
  const changed = changeGraphemes("aß ", (grapheme) => grapheme.toUpperCase().trim());
  expect(changed).toEqual({ text: "ASS", starts: [0, 1, 1], ends: [1, 2, 2] });
});
