import { readFileSync } from "node:fs";
import path from "node:path";
import { PDFDict, PDFDocument, PDFName } from "pdf-lib";
import { OPS } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, test } from "vitest";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { sampleTargets } from "#server/articles/sample-translation.ts";
import { aBook, edges, openPdf, type PrintedLine, readLines, readPages, text } from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const sample = readFileSync(path.join(import.meta.dirname, "../../samples/bridge.md"), "utf8");
const body = /<body>(.*)<\/body>/s.exec(sample)?.[1] ?? "";
const title = /^# (.*)$/m.exec(sample)?.[1] ?? "";

let pdf: Uint8Array;
let lines: PrintedLine[];
beforeAll(async () => {
  const book = aBook(
    body,
    (_, number) => sampleTargets.find((each) => each.number === number)?.content ?? [],
    {
      title,
    },
  );
  pdf = (await renderPdf(book, defaultExportOptions)).pdf;
  lines = (await readLines(pdf)).flat();
});

/** Marks that close what came before, so no line may begin with them, and marks that open what comes. */
const closing = /^[，。、；：？！）》」』”’·,.;:?!)\]%]/;
const opening = /[（《「『“‘([]$/;
const isBody = ({ side, y }: PrintedLine) => side !== "gutter" && y > 65;

/** Lines that break the rule; one that a formula begins has its first glyph further in. */
function findBadLines(told: readonly PrintedLine[]): PrintedLine[] {
  return told.filter(({ side, left, text: line }) => {
    if (side === "gutter") return false;
    const isStart = left < edges[side][0] + 25;
    // A dash and an ellipsis of Chinese are two signs each, which no line divides.
    const isHalf = side === "source" && /(?<!—)—$|(?<!…)…$/.test(line);
    return (isStart && closing.test(line.trim())) || opening.test(line.trim()) || isHalf;
  });
}

test("no line begins with a closing mark or ends with an opening one", () => {
  const told = lines.filter(isBody);
  expect(told.length).toBeGreaterThan(60);
  expect(findBadLines(told)).toEqual([]);
});

test("nor in a text that is full of marks", async () => {
  const marks = [
    "，",
    "。",
    "？！",
    "“拱”",
    "（桥）",
    "《书》，",
    "——",
    "……",
    "：“石。”",
    "、",
    "100%",
    "GPT",
    "；",
  ];
  const paragraphs = Array.from({ length: 150 }, (_, at) => {
    const parts = Array.from({ length: 40 }, (_, index) => {
      const hanzi = "石头怕拉不怕压弯成弧".slice(0, 1 + ((at * 7 + index * 13) % 9));
      return hanzi + (marks[(at * 5 + index * 3) % marks.length] ?? "");
    });
    return `<p>${parts.join("")}</p>`;
  });
  const english = [text(`He said: “an arch (of stone), ‘grown’ — slowly…” ${"and (so) on; ".repeat(30)}`)];
  const printed = await renderPdf(
    aBook(paragraphs.join(""), () => english),
    defaultExportOptions,
  );
  const told = (await readLines(printed.pdf)).flat().filter(isBody);
  expect(told.length).toBeGreaterThan(3000);
  expect(findBadLines(told)).toEqual([]);
});

test("the Chinese column is 21 hanzi wide", () => {
  const [left, right] = edges.source;
  expect(right - left).toBeCloseTo(21 * 10.5, 2);
  const full = lines.filter(
    ({ side, text: line }) => side === "source" && /^[\p{Script=Han}，。；：]{21}$/u.test(line),
  );
  expect(full.length).toBeGreaterThan(5);
  for (const line of full) {
    expect(line.left).toBeCloseTo(left, 1);
    expect(line.right).toBeCloseTo(right, 1);
  }
});

test("both columns keep one distance from line to line", () => {
  const find = (words: string) => lines.find((line) => line.text.includes(words))?.y ?? Number.NaN;
  expect(find("小时候住在水边") - find("人说，拱是给船让路的")).toBeCloseTo(1.59 * 10.5, 1);
  expect(find("I grew up beside") - find("a bridge was like")).toBeCloseTo(1.28 * 10.5, 1);
});

test("it has bookmarks, page numbers and a title that windows show", async () => {
  const document = await openPdf(pdf);
  const outline = await document.getOutline();
  expect(outline.map((item) => item.title)).toEqual([title]);
  expect(outline[0]?.items.map((item: { title: string }) => item.title)).toEqual(["石头的脾气", "桥上的人"]);
  const pages = await readPages(pdf);
  for (const [index, page] of pages.entries()) expect(page).toContain(`${index + 1}${title}`);
  const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
  const view = catalog.lookup(PDFName.of("ViewerPreferences"), PDFDict);
  expect(String(view.get(PDFName.of("DisplayDocTitle")))).toBe("true");
});

test("the number of the title stands in the margin, on the title's line", async () => {
  const line = lines.find(({ text: words, y }) => words.includes(title) && y > 700);
  expect(line?.text).toMatch(/^1/);
  expect(line?.left).toBeLessThan(edges.source[0] - 5);
});

test("nothing is smaller than the least size that the rules of Chinese print allow", async () => {
  const note = `<sup data-draft-type="reference" data-numero="1" data-text="注" data-url="">[1]</sup>`;
  const html = `<p>石<code>x</code>${note}</p><table><tr><td>格<code>x</code></td></tr></table>`;
  const book = aBook(html, () => [text("A "), { type: "text", text: "x", marks: ["code"] }]);
  const page = await (await openPdf((await renderPdf(book, defaultExportOptions)).pdf)).getPage(1);
  const { items } = await page.getTextContent();
  const sizes = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item.height] : []));
  expect(sizes.length).toBeGreaterThan(20);
  expect(Math.min(...sizes)).toBeGreaterThan(7.875);
});

test("a bookmark has all words of its heading, the stressed ones too", async () => {
  const book = aBook("<h2>石头的<i>脾气</i>和<code>GPT</code></h2>");
  const document = await openPdf((await renderPdf(book, defaultExportOptions)).pdf);
  const [title] = await document.getOutline();
  expect(title?.items.map((item: { title: string }) => item.title)).toEqual(["石头的脾气和GPT"]);
});

test.each([
  ["如何看待一座又老又旧的桥以及新的Transformer", "如何看待一座又老又旧的桥以及新的…"],
  ["如何看待一座又老又旧的桥以及 the Transformer", "如何看待一座又老又旧的桥以及 the…"],
  ["石".repeat(30), `${"石".repeat(24)}…`],
  [`石${"a".repeat(40)}`, "石…"],
  [`${"石".repeat(19)}Stone拱桥`, `${"石".repeat(19)}Stone…`],
])("the foot cuts no word of the title %j", async (title, foot) => {
  const { pdf } = await renderPdf(aBook("<p>石</p>", undefined, { title }), defaultExportOptions);
  const told = (await readLines(pdf)).flat().find(({ y, side }) => y < 60 && side === "target")?.text;
  expect(told?.replace(/\s/g, "")).toBe(foot.replace(/\s/g, ""));
});

test("no line divides a date or a number from what it counts, and nothing of that is copied", async () => {
  const html = Array.from(
    { length: 20 },
    (_, at) => `<p>${"石".repeat(at + 3)}3月8日：在第2章用1亿块石头</p>`,
  );
  const book = aBook(`<h2>3月8日</h2>${html.join("")}`, () => []);
  const { pdf: dates } = await renderPdf(book, defaultExportOptions);
  const told = (await readLines(dates)).flat().filter(isBody);
  for (const { text: line } of told) expect(line.trim()).not.toMatch(/[\d第]$|^[月日章亿]/);
  expect(findBadLines(told)).toEqual([]);
  expect((await readPages(dates)).join("")).not.toContain("\u2060");
  const [title] = await (await openPdf(dates)).getOutline();
  expect(title?.items.map((item: { title: string }) => item.title)).toEqual(["3月8日"]);
});

test("a last line of Chinese has more than one hanzi where the others have room for it", async () => {
  const html = [20, 21, 22]
    .map((count) => `<p>${"石头怕拉不怕压".repeat(4).slice(0, count)}桥？</p>`)
    .join("");
  const book = aBook(html, () => []);
  const { pdf: printed } = await renderPdf(book, defaultExportOptions);
  const told = (await readLines(printed)).flat().filter((line) => isBody(line) && line.side === "source");
  for (const { text: line } of told.slice(1)) expect(line.replace(/\P{Script=Han}/gu, "")).not.toBe("桥");
});

test("each stressed hanzi has a dot, marks and Latin have none, and a long stretch has a row of them", async () => {
  const count = async (words: string) => {
    const book = aBook(`<p>石<i>${words}</i>头</p>`, () => []);
    const printed = await renderPdf(book, defaultExportOptions);
    expect((await readPages(printed.pdf)).join("")).toContain(`石${words}头`);
    const { fnArray } = await (await (await openPdf(printed.pdf)).getPage(1)).getOperatorList();
    return fnArray.filter((operator) => operator === OPS.setDash).length;
  };
  const none = await count("GPT");
  expect((await count("你站着的地方，GPT在。")) - none).toBe(7);
  expect((await count("石头怕拉".repeat(30))) - none).toBeLessThan(10);
});

test.each(["https://www.example.org/articles/2024/12/31/index.html", "torch.functional.scaled_dot_product"])(
  "a line before %s is not stretched",
  async (token) => {
    const book = aBook(`<p>直接写地址在这里呀 ${token} 的文字。</p>`, () => []);
    const printed = await renderPdf(book, defaultExportOptions);
    const line = (await readLines(printed.pdf)).flat().find(({ text: words }) => words.includes("直接写"));
    expect(line?.text).toContain("直接写地址在这里呀");
    expect(line?.right).toBeLessThan(edges.source[1] - 1);
  },
);

test("a title of two lines turns after its own stop, and its bookmark does not", async () => {
  const title = "桥为什么总是拱的？除了赵州桥还有哪一座能这样站上一千年？";
  const printed = await renderPdf(
    aBook("<p>石</p>", () => [], { title }),
    defaultExportOptions,
  );
  const told = (await readLines(printed.pdf)).flat().map(({ text: line }) => line);
  expect(told).toContain("除了赵州桥还有哪一座能这样站上一千年？");
  const [bookmark] = await (await openPdf(printed.pdf)).getOutline();
  expect(bookmark?.title).toBe(title);
});
