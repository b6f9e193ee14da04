import { expect, test } from "vitest";
import { prepareText } from "./prepare-text.ts";

const hasGlyph = (code: number) => code < 0x10000;

test("removes what is invisible and shows what has no glyph", () => {
  expect(prepareText("桥\u202e\u0000𠮷\ud800", hasGlyph)).toEqual({
    text: "桥[U+20BB7]\ufffd",
    notices: [
      { code: "control-removed", detail: "U+202E" },
      { code: "control-removed", detail: "U+0000" },
      { code: "missing-glyph", detail: "U+20BB7" },
    ],
  });
});

test("a long token may break", () => {
  expect(
    prepareText("a".repeat(31), hasGlyph)
      .text.split("\u200b")
      .map((each) => each.length),
  ).toEqual([15, 15, 1]);
});
