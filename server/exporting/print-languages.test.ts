import { beforeAll, expect, test } from "vitest";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { aBook, readLanguages, text } from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const address = "https://example.org/note";
const note = (number: number, text: string, url: string) =>
  `<sup data-draft-type="reference" data-numero="${number}" data-text="${text}" data-url="${url}">[${number}]</sup>`;
const html = `<p>石头${note(1, "见县志", "")}</p><h2>节</h2><ul><li>条</li></ul><blockquote>引</blockquote>
  <table><tr><th>头</th><td>格</td></tr></table>
  <table><tr>${["甲", "乙", "丙", "丁"].map((at) => `<td>宽${at}</td>`).join("")}</tr></table>
  <pre><code lang="c">return 0; // 返回</code></pre><pre><code lang="c">x = 1;</code></pre>
  <img src="https://example.org/a.png" alt="一座桥"><p>尾${note(2, "", address)}</p>`;

let languages: Map<string, string>;
beforeAll(async () => {
  const { pdf } = await renderPdf(
    aBook(html, (_, number) => [text(`English ${"abcdefghijklm"[number - 1]}`)]),
    { ...defaultExportOptions, language: "zh-CN" },
  );
  languages = await readLanguages(pdf);
});

test.each([
  ["桥", "zh-CN"],
  ["Englisha", "en"],
  ["版本：2026年11月23日·仅供个人学习", "zh-CN"],
  ["石头", "zh-CN"],
  ["Englishb", "en"],
  ["节", "zh-CN"],
  ["Englishc", "en"],
  ["条", "zh-CN"],
  ["Englishd", "en"],
  ["引", "zh-CN"],
  ["Englishe", "en"],
  ["头", "zh-CN"],
  ["Englishf", "en"],
  ["格", "zh-CN"],
  ["Englishg", "en"],
  ["宽丙", "zh-CN"],
  ["Englishj", "en"],
  ["return0;//返回", "zh-CN"],
  ["x=1;", "en"],
  ["一座桥", "zh-CN"],
  ["见县志", "zh-CN"],
  ["Englishm", "en"],
  ["尾", "zh-CN"],
  [address, "en"],
])("%s is read as %s", (words, language) => {
  // The numbers of notes belong to the paragraphs that call them.
  const told = [...languages].filter(([paragraph]) => paragraph.replace(/^\d+|\d+$/g, "") === words);
  expect(told.map(([, each]) => each)).toEqual([language]);
});

test("no language goes with the region of another", () => {
  expect([...new Set(languages.values())].sort()).toEqual(["en", "zh-CN"]);
});
