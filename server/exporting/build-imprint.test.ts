import { expect, test } from "vitest";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { buildImprint } from "./build-imprint.ts";
import { aBook, readPages, untranslated } from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const facts = {
  author: "林知远",
  sourceDate: "2026-03-09T08:00:00+08:00",
  translators: ["Anna Feld", "周宁"],
  reviewers: ["周宁"],
} as const;

test("the facts under the title in both languages", () => {
  const book = aBook("<p>石</p><p>头</p>", (source, number) => (number === 2 ? [] : source), facts);
  expect(buildImprint(book, "en")).toEqual([
    "Written by 林知远",
    "9 March 2026",
    "translated by Anna Feld and 周宁",
    "reviewed by 周宁",
    "translation of 2 of 3 segments",
    "edition of 23 November 2026",
    "private study copy",
  ]);
  expect(buildImprint(book, "zh-CN")).toEqual([
    "作者：林知远",
    "2026年3月9日",
    "译者：Anna Feld和周宁",
    "审校：周宁",
    "已译 2/3 段",
    "版本：2026年11月23日",
    "仅供个人学习",
  ]);
});

test.each([
  ["unknown", "private study copy", "仅供个人学习"],
  ["private-study", "private study copy", "仅供个人学习"],
  ["author-agreed", "published with the author’s agreement", "经作者同意发表"],
  ["open-licence", "published under an open licence", "以开放许可协议发布"],
] as const)("what may be done with it is told when it is %s", (permission, english, chinese) => {
  const book = aBook("<p>石</p>", untranslated, { permission });
  expect(buildImprint(book, "en").at(-1)).toBe(english);
  expect(buildImprint(book, "zh-CN").at(-1)).toBe(chinese);
});

test("what is not known is not told", () => {
  expect(buildImprint(aBook("<p>石</p>", untranslated), "en")).toEqual([
    "not yet translated",
    "edition of 23 November 2026",
    "private study copy",
  ]);
});

test("the page is printed with the facts in the language that was asked for", async () => {
  const { pdf } = await renderPdf(aBook("<p>石</p>", undefined, facts), {
    ...defaultExportOptions,
    language: "zh-CN",
  });
  expect((await readPages(pdf))[0]).toContain("作者：林知远·2026年3月9日·译者：AnnaFeld和周宁");
});
