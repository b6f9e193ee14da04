import { expect, test } from "vitest";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { aBook, edges, openPdf, readLines } from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const print = async (html: string) => {
  const { pdf } = await renderPdf(aBook(html), defaultExportOptions);
  const lines = (await readLines(pdf)).flat();
  return (words: string) => lines.find((line) => line.side === "source" && line.text.includes(words));
};
const formula = '<img eeimg="1" alt="a">';

test("what goes on with an item stands under its first words, and so does an item inside it", async () => {
  const find = await print("<ol><li>甲<p>乙</p><ul><li>丙</li></ul></li><li>丁</li></ol><p>戊</p>");
  const inset = (words: string) => (find(words)?.left ?? Number.NaN) - edges.source[0];
  expect(inset("戊")).toBeCloseTo(0, 1);
  // A line begins with its number; the text stands two em further in.
  expect(inset("甲")).toBeCloseTo(0, 1);
  expect(inset("乙")).toBeCloseTo(21, 1);
  expect(inset("丙")).toBeCloseTo(21, 0);
  expect(inset("丁")).toBeCloseTo(0, 1);
});

test("an item that begins with a formula has its number", async () => {
  const find = await print(`<ol><li>${formula}</li><li>乙</li></ol>`);
  expect([find("1.")?.text, find("2.")?.text]).toEqual(["1.", "2.乙"]);
});

test("an item that begins with a heading or a table has its number", async () => {
  const cells = "<td>格</td>".repeat(11);
  const find = await print(
    `<ol><li><h3>一</h3><p>甲</p></li><li><table><tr><td>表</td></tr></table><p>乙</p></li><li><table><tr>${cells}</tr></table></li></ol>`,
  );
  expect([find("1.")?.text, find("2.")?.text, find("3.")?.text]).toEqual(["1.一", "2.", "3.格"]);
  expect(find("1.")?.left).toBeCloseTo(edges.source[0], 1);
  expect(find("2.")?.left).toBeCloseTo(edges.source[0], 1);
  expect(find("2.")?.y).toBeGreaterThan(find("表")?.y ?? Number.NaN);
});

test("lists without end stay inside their column", async () => {
  const find = await print(`${"<ul><li>甲".repeat(40)}很深${"</li></ul>".repeat(40)}`);
  expect(find("很深")?.right).toBeLessThan(edges.source[1]);
});

test("a long name breaks inside a deep item", async () => {
  const name = "InternationalizationSupport";
  const find = await print(`${"<ul><li>甲".repeat(6)}很深 ${name}${"</li></ul>".repeat(6)}`);
  expect(find("zation")?.right).toBeLessThan(edges.source[1] + 0.1);
});

test("a number of many digits has its room, and what goes on with its item too", async () => {
  const find = await print("<ol start='99998'><li>甲<p>乙</p></li></ol><ol start='998'><li>丙</li></ol>");
  const inset = (words: string) => (find(words)?.left ?? Number.NaN) - edges.source[0];
  expect(inset("乙")).toBeCloseTo(4 * 10.5, 1);
  const pdf = (await renderPdf(aBook("<ol start='99998'><li>甲</li></ol>"), defaultExportOptions)).pdf;
  const { items } = await (await (await openPdf(pdf)).getPage(1)).getTextContent();
  const [number, words] = ["99998.", "甲"].map((told) =>
    items.find((item) => "str" in item && item.str === told),
  );
  if (!number || !words || !("transform" in number) || !("transform" in words)) throw new Error("not found");
  expect(words.transform[4]).toBeGreaterThan(number.transform[4] + number.width);
});
