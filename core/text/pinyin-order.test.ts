import { expect, test } from "vitest";
import { renderPinyin } from "./pinyin.ts";
import { buildPinyinKey } from "./pinyin-order.ts";

test("words stand as in a dictionary: by syllables, then by tones, the shorter first", () => {
  const words = [
    "西瓜",
    "西安",
    "先人",
    "仙女",
    "反感",
    "方案",
    "路",
    "吕",
    "乱",
    "弯",
    "弯道超车",
    "完",
    "碗",
    "旺",
  ];
  const byText = (a: string, b: string) => (a < b ? -1 : 1);
  const sorted = words.toSorted((a, b) =>
    byText(buildPinyinKey(renderPinyin(a)), buildPinyinKey(renderPinyin(b))),
  );
  const dictionary = [
    "反感",
    "方案",
    "路",
    "吕",
    "乱",
    "弯",
    "弯道超车",
    "完",
    "碗",
    "旺",
    "西安",
    "西瓜",
    "仙女",
    "先人",
  ];
  expect(sorted).toEqual(dictionary);
});

test.each([
  ["wāndào chāochē", "wan1 dao4 chao1 che1"],
  ["fǎngǎn", "fan3 gan3"],
  ["fāng'àn", "fang1 an4"],
  ["nǚ'ér", "nu:3 er2"],
  ["lüèduó", "lu:e4 duo2"],
  ["diànzǐ hǎiluòyīn", "dian4 zi3 hai3 luo4 yin1"],
  ["māma", "ma1 ma5"],
  ["5G wǎngluò", "5g wang3 luo4"],
  ["", ""],
])("%s", (pinyin, key) => {
  expect(buildPinyinKey(pinyin)).toBe(key);
});
