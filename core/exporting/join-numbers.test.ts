import { expect, test } from "vitest";
import { joinNumbers, joint } from "./join-numbers.ts";

const join = (text: string, width = 20) => joinNumbers(text, { width, isHyphenated: false });

test.each([
  ["3月8日", "3+月++8+日"],
  ["2024年12月31日，11月", "2024+年12+月++31+日，11+月"],
  ["第3章用1亿参数，3.5倍", "第++3+章用1+亿参数，3.5+倍"],
  ["100米和3个星期", "100+米和3+个星期"],
  ["12345个，1,234年", "12345个，1,234年"],
  ["GPT-4和3D", "GPT-4和3D"],
])("%s is held together", (text, joined) => expect(join(text).replaceAll(joint, "+")).toBe(joined));

test("a narrow cell has no room for it", () => expect(join("3月8日", 5)).toBe("3月8日"));
