/** Keeps a number on one line with what it counts, and the day of a date with its month. */
import type { TextPlace } from "./allow-breaks.ts";

/** Where no line may end: the template prints nothing for it. Two in a row stand for the space of Chinese beside Latin. */
export const joint = "\u2060";

/** em from which a place is wide enough to hold a date together. */
const leastWidth = 8;
const units = "年月日号时点分秒周天岁届亿万千百个倍米元块度名位次人章节页条";
const counted = new RegExp(String.raw`(?<![\d.,])\d{1,4}(?:\.\d{1,2})?(?=[${units}])`, "g");
const ordinal = /第(?=\d)/g;
const monthOfDate = /(?<=(?<!\d)\d{1,2}月)(?=\d{1,2}[日号])/g;

/** The text with the joints that it needs. Longer numbers are left alone: they would leave a hole before them. */
export function joinNumbers(text: string, { width }: TextPlace): string {
  if (width < leastWidth) return text;
  return text
    .replace(monthOfDate, joint + joint)
    .replace(ordinal, `$&${joint}${joint}`)
    .replace(counted, `$&${joint}`);
}
