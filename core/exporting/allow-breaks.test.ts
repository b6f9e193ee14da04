import { expect, test } from "vitest";
import { allowBreaks, lineEnd } from "./allow-breaks.ts";

const narrow = { width: 6, isHyphenated: false };
const split = (text: string, place?: Parameters<typeof allowBreaks>[1]) =>
  allowBreaks(text, place).text.split(lineEnd);

test.each(["—", "…", "─", "═", "ー", "★", "。", "\u00a0"])("a row of %s breaks between pairs", (mark) => {
  expect(split(mark.repeat(16)).length).toBe(8);
  expect(split(mark.repeat(15))).toEqual([mark.repeat(15)]);
  expect(split(mark.repeat(9), narrow).length).toBe(5);
});

test("a row of two marks in turn, and of emoji of two characters, breaks between pairs", () => {
  expect(split("？！".repeat(20)).length).toBe(20);
  expect(new Set(split("👍🏽".repeat(20)))).toEqual(new Set(["👍🏽"]));
  expect(split("？！".repeat(5)).length).toBe(1);
});

test("a row of mixed marks breaks where it is too long for its line, and divides no dash", () => {
  const marks = "）》，……。”！——";
  expect(split(`石${marks}`)).toEqual([`石${marks}`]);
  expect(split(`石${marks.repeat(2)}头`).slice(0, 4)).toEqual(["石）", "》", "，", "……"]);
  expect(split(marks.repeat(2))).not.toContain("—");
});

test("no-break spaces hold three words together, no whole line", () => {
  const join = (count: number) => Array.from({ length: count }, () => "stone").join("\u00a0");
  expect(allowBreaks(join(3)).text).toBe(join(3));
  expect(allowBreaks(`字 ${join(4)}`).text).toBe("字 stone stone stone stone");
  expect(allowBreaks("\u00a0\u00a0\u00a0\u00a0字").text).toBe("\u00a0\u00a0\u00a0\u00a0字");
});

test("long words of every alphabet may break, before no accent of theirs", () => {
  expect(split("Ж".repeat(40)).map((part) => part.length)).toEqual([15, 15, 10]);
  for (const part of split("e\u0301".repeat(40))) expect(part).not.toMatch(/^\p{M}/u);
});

test("a code point in the place of a character is whole", () => {
  const hebrew = "[U+05E2][U+05D1][U+05E8][U+05D9]";
  expect(split(`${hebrew}字`)).toEqual(["[U+05E2]", "[U+05D1]", "[U+05E8]", "[U+05D9]", "字"]);
  expect(split("字[U+20BB7]。")).toEqual(["字[U+20BB7]。"]);
  expect(allowBreaks(hebrew).broken).toEqual([]);
});

test.each([
  ["max_position_embeddings", ["max_", "position_", "embeddings"]],
  ["github.com/foo/bar.git", ["github.", "com/", "foo/", "bar.", "git"]],
  ["getElementsByClassName", ["get", "Elements", "By", "Class", "Name"]],
  ["1234567890123456789", ["12345", "67890", "12345", "6789"]],
  ["Internationalization", ["Intern", "ationa", "lizati", "on"]],
  ["short_name", ["short_name"]],
])("%s falls apart where its parts meet", (token, parts) => {
  expect(split(token, narrow)).toEqual(parts);
  expect(split(token)).toEqual([token]);
  expect(allowBreaks(token, narrow).broken).toEqual([]);
});

test("a word that can be hyphenated is whole", () => {
  const place = { ...narrow, isHyphenated: true };
  expect(split("(Internationalization)", place)).toEqual(["(Internationalization)"]);
  expect(split("snake_case_name", place).length).toBe(3);
});
