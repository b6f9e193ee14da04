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

test.each([
  ["https://www.zhihu.com/question/1234567890/answer/12345?utm_id=0", 1],
  [`https://example.com/${"a".repeat(40)}/b`, 6],
  [`https://example.com${"/".repeat(40)}`, 4],
])(
  "an address is broken where it would not break by itself, and then beside all of its marks: %s",
  (address, parts) => {
    const { text, notices } = prepareText(address, hasGlyph);
    expect(text.split("\u200b").length).toBe(parts);
    expect(text.replaceAll("\u200b", "")).toBe(address);
    expect(notices.length).toBe(parts > 1 ? 1 : 0);
  },
);
