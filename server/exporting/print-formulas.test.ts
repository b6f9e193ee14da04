import { expect, test } from "vitest";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { buildPieces } from "./build-pieces.ts";
import { RunWriter } from "./build-runs.ts";
import { aBook, edges, readLines } from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";
import { typesetFormula } from "./typeset-formula.ts";

const aligned = (end: string) =>
  encodeURIComponent(`\\begin{aligned}${end}a&=b\\\\${end}c&=d${end}\\end{aligned}`);
const image = (end: string) =>
  `<img eeimg="2" alt="[公式]" src="https://www.zhihu.com/equation?tex=${aligned(end)}">`;

test.each(["\n", "\r\n", "\t"])("TeX on several lines is set, alone and in a text (%j)", async (end) => {
  const book = aBook(`<p>${image(end)}</p><p>石${image(end)}头</p>`);
  expect(book.pieces[0]?.type).toBe("formula");
  expect((await renderPdf(book, defaultExportOptions)).notices).toEqual([]);
});

const long = '<img eeimg="1" alt="a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z">';
const cells = (count: number) => `<td>石${long}</td>${"<td>头</td>".repeat(count - 1)}`;

/** em that the column has, at the size of what stands there. */
test.each([
  ["a paragraph", `<p>石${long}</p>`, 20.8],
  ["a heading", `<h2>石${long}</h2>`, 218.6 / 12.5],
  ["an item of a list in a quote", `<blockquote><ul><li>石${long}</li></ul></blockquote>`, 17.8],
  ["an item alone", `<ul><li>${long}</li></ul>`, 42.8],
])("a long formula stays inside %s", (_, html, width) => {
  expect(Math.max(...measureFormulas(html))).toBeLessThan(width);
});

test.each([2, 3, 4, 10])("a long formula stays inside its cell, of %i columns", (count) => {
  const html = `<table><tr>${cells(count)}</tr></table>`;
  const [table] = build(html);
  if (table?.type !== "table" || !("widths" in table)) throw new Error("no table");
  const page = table.isStacked ? 439 : 218.6;
  const room = ((table.widths[0] ?? 0) * page - 8) / 9;
  const found = measureFormulas(html);
  expect(found.length).toBeGreaterThanOrEqual(2);
  expect(Math.max(...found)).toBeLessThan(room);
});

const build = (html: string) => buildPieces(aBook(html).pieces, new RunWriter(() => true, typesetFormula));

/** em of each formula. */
function measureFormulas(html: string): number[] {
  const widths: number[] = [];
  JSON.stringify(build(html), (key, value) => {
    if (key === "formula" && value) widths.push(value.width);
    return value;
  });
  return widths;
}

test("a long formula is parted rather than too small to read, and its first row has the words for all", () => {
  const alone = typesetFormula("a", false)?.height ?? 0;
  const heights: number[] = [];
  const texts: string[] = [];
  JSON.stringify(build(`<p>石${long}头</p>`), (_, value) => {
    if (value?.formula) heights.push(value.formula.height);
    if (value?.formula) texts.push(value.text);
    return value;
  });
  expect(heights.length).toBeGreaterThan(2);
  expect(Math.min(...heights)).toBeGreaterThan(0.85 * alone);
  expect(texts.filter((words) => words !== "")).toEqual([
    "a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z",
    "a+b+c+d+e+f+g+h+i+j+k+l+m+n+o+p+q+r+s+t+u+v+w+x+y+z",
  ]);
});

test("one on a line of its own is parted when it is wider than the page", () => {
  const terms = Array.from({ length: 30 }, (_, at) => `\\alpha_{${at}}x^{${at}}`).join("+");
  const [piece] = build(`<p><img eeimg="2" alt="${terms}"></p>`);
  if (piece?.type !== "formula" || !("formula" in piece)) throw new Error("no formula");
  expect(piece.formula?.width).toBeLessThan(42.01);
  expect(piece.formula?.height).toBeGreaterThan(2.5);
});

test("the number of a formula is set beside it", () => {
  const width = (tex: string) => typesetFormula(tex, true)?.width ?? 0;
  expect(width("E=mc^2\\tag{1}")).toBeCloseTo(width("E=mc^2\\qquad(1)"), 2);
  expect(width("E=mc^2\\tag*{*}")).toBeCloseTo(width("E=mc^2\\qquad\\text{*}"), 2);
  expect(width("\\begin{align}a&=b\\tag{甲}\\\\c&=d\\end{align}")).toBeGreaterThan(4);
});

test("a number that cannot stand there leaves the formula as code, and tall braces do not", () => {
  expect(typesetFormula("E=mc^2\\tag{a_{1}}", true)).toBeNull();
  const rows = "x\\\\".repeat(8);
  expect(
    typesetFormula(`\\left\\{\\begin{matrix}${rows}\\end{matrix}\\right.`, true)?.height,
  ).toBeGreaterThan(8);
});

test("the rules of an array are drawn", () => {
  const { svg = "" } = typesetFormula("\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}", true) ?? {};
  expect(svg.match(/<line stroke-width="60"/g)?.length).toBe(2);
  const dashed = typesetFormula("\\begin{array}{c:c}a&b\\end{array}", true);
  expect(dashed?.svg).toContain('stroke-dasharray="140"');
});

test("bold symbols and colours are set, and no formula changes those after it", () => {
  for (const tex of ["\\bm{x}", "\\color{red}{x}", "\\textcolor{blue}{x}"])
    expect([tex, typesetFormula(tex, true)]).not.toEqual([tex, null]);
  const own = typesetFormula("\\definecolor{red}{rgb}{0,0,1}\\color{red}{x}", true);
  expect(own?.svg).toContain('fill="#0000ff"');
  expect(typesetFormula("\\color{red}{x}", true)?.svg).toContain('fill="red"');
  const fraction = typesetFormula("\\frac{a}{b}", true);
  expect(typesetFormula("\\DeclareMathOperator{\\frac}{of}\\frac", true)).not.toEqual(fraction);
  expect(typesetFormula("\\frac{a}{b}", true)).toEqual(fraction);
  const labelled = typesetFormula("x\\label{sum}", true);
  expect(labelled).not.toBeNull();
  expect(typesetFormula("x\\label{sum}", true)).toEqual(labelled);
});

test("rows outside of any environment stand one above the other, and a last break adds none", () => {
  const measure = (tex: string) => typesetFormula(tex, true)?.height ?? 0;
  expect(measure("x=1\\\\y=2")).toBeCloseTo(measure("\\begin{gathered}x=1\\\\y=2\\end{gathered}"), 3);
  expect(measure("x=1\\\\")).toBe(measure("x=1"));
  const inside = "\\begin{aligned}a&=b\\\\c&=d\\end{aligned}";
  expect(measure(`${inside} \\\\`)).toBe(measure(inside));
  expect(measure("\\sqrt{\\begin{matrix}a\\\\b\\end{matrix}}")).toBeGreaterThan(2);
});

test("the line before a wide formula is not stretched, and its brackets stay around it inside the column", async () => {
  const { pdf } = await renderPdf(
    aBook(`<p>注意力为${long}，多项式（${long}）见。</p>`),
    defaultExportOptions,
  );
  const lines = (await readLines(pdf)).flat().filter(({ side, y }) => side === "source" && y < 700 && y > 65);
  const words = lines.find(({ text }) => text.includes("注"));
  expect(words?.text).toBe("注意力为");
  expect(words?.right).toBeCloseTo(edges.source[0] + 4 * 10.5, 1);
  const opening = lines.find(({ text }) => text.includes("（"));
  expect(opening?.text.trim()).toBe("（");
  expect(opening?.left).toBeLessThan(edges.source[0]);
  const closing = lines.find(({ text }) => text.includes("）"));
  expect(closing?.text).toBe("）见。");
  expect(closing?.left).toBeGreaterThan(edges.source[0] + 5);
  expect(closing?.right).toBeLessThan(edges.source[1] + 10.5);
});

test("a formula in brackets without end is set, in the narrowest cell too", async () => {
  const nested = `${"（".repeat(40)}${long}${"）".repeat(40)}`;
  expect(Math.max(...measureFormulas(`<p>石${nested}</p>`))).toBeGreaterThan(12);
  const wide = "石头怕拉不怕压。".repeat(30);
  const book = aBook(
    `<table><tr><td>石${nested}</td><td>${wide}</td>${"<td>头</td>".repeat(8)}</tr></table>`,
  );
  expect((await renderPdf(book, defaultExportOptions)).notices).toEqual([]);
});

test.each([
  ['石<img eeimg="1" alt="x">头', "石|x|头"],
  ['石，<img eeimg="1" alt="x">。', "石，x。"],
  ["用<code>print(q)</code>查看", "用print(q)|查看"],
  ["用<code>--help</code>", "用|--help"],
  ["石头<code>一（二）</code>看", "石头一（二）看"],
])("%s has the space that Chinese has beside Latin", (html, told) => {
  const [piece] = build(`<p>${html}</p>`);
  if (piece?.type !== "pair" || !("source" in piece)) throw new Error("no pair");
  expect(piece.source.map(({ type, text }) => (type === "gap" ? "|" : text)).join("")).toBe(told);
});
