import { expect, test } from "vitest";
import { renderPinyin } from "./pinyin.ts";

test.each([
  ["弯道超车", "wāndào chāochē"],
  ["电子海洛因", "diànzǐ hǎiluòyīn"],
  ["女儿", "nǚ'ér"],
  ["卡脖子", "qiǎ bózi"],
  ["不是", "bùshì"],
  ["Bao 芯片", "Bao xīnpiàn"],
  ["", ""],
])("%s is read %s", (text, expected) => {
  expect(renderPinyin(text)).toBe(expected);
});
