import { expect, test } from "vitest";
import { defaultExportOptions } from "#core/exporting/options.ts";
import {
  aBook,
  edges,
  inEnglish,
  type PrintedLine,
  readLines,
  readPages,
  readRoles,
  text,
  untranslated,
} from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const row = (tag: string, cells: readonly string[]) =>
  `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
const table = (columns: number, rows: number, cell: (row: number, column: number) => string) => {
  const list = (index: number) => Array.from({ length: columns }, (_, column) => cell(index, column));
  const body = Array.from({ length: rows }, (_, index) => row("td", list(index + 1)));
  return `<table>${row("th", list(0))}${body.join("")}</table>`;
};
const plainCell = (at: number, column: number) => (at === 0 ? `头${column}` : `格${at}之${column}`);
const print = async (html: string, translate = inEnglish) =>
  (await renderPdf(aBook(html, translate), defaultExportOptions)).pdf;
const count = (list: readonly string[], name: string) => list.filter((each) => each === name).length;

test("a table is one for assistive software too, with its head", async () => {
  const roles = await readRoles(await print(table(2, 3, plainCell)));
  // Source, number and target stand in one row.
  expect([count(roles, "Table"), count(roles, "TR")]).toEqual([1, 4]);
  expect([count(roles, "TH"), count(roles, "TD")]).toEqual([5, 15]);
});

test("its cells stand beside their translation under the numbers of their row", async () => {
  const html = "<table><tr><th>年份</th><th>跨度</th></tr><tr><td>1732</td><td></td></tr></table>";
  const [page = ""] = await readPages(await print(html));
  expect(page).toContain("年份跨度2–3Englishof2Englishof3");
  expect(page).toContain("17324Englishof4");
});

test("a long one repeats its head on each page and loses no row", async () => {
  const pages = await readPages(await print(table(3, 60, plainCell)));
  expect(pages.length).toBeGreaterThan(1);
  for (const page of pages) expect(page).toContain("头0头1头22–4Englishof2");
  for (let at = 1; at <= 60; at += 1) expect(pages.join("")).toContain(`格${at}之2`);
  expect(pages[0]).toMatch(/§§1–\d{2,3}1桥$/);
});

test.each([
  [2, /头1/],
  [5, /头4|Englishof4Englishof5Englishof6/],
])("one of %i columns that calls notes has its head on each of its pages too", async (columns, head) => {
  const note = (at: number) =>
    `<sup data-text="注${at}" data-url="" data-draft-type="reference" data-numero="${at}">[${at}]</sup>`;
  const html = table(columns, 100, (at, column) =>
    at % 9 === 0 && column === 0 ? `首${note(at + 1)}` : plainCell(at, column),
  );
  const pdf = await print(`<p>前</p>${html}${"<p>后</p>".repeat(60)}`);
  const pages = await readPages(pdf);
  const isTable = (page: string) => /格\d+之|Englishof\d+English/.test(page);
  expect(pages.filter(isTable).length).toBeGreaterThan(2);
  for (const page of pages.filter(isTable)) expect(page).toMatch(head);
  expect(pages.at(-1)).toContain("后");
  expect(pages.at(-1)).not.toMatch(head);
  // Above the text, and still on the paper.
  const tops = (await readLines(pdf)).map((page) => Math.max(...page.map(({ y }) => y)));
  expect(Math.max(...tops)).toBeLessThan(842 - 20);
});

test.each([22, 23, 24, 25, 26])("a small one is not divided (after %i pairs)", async (count) => {
  const pages = await readPages(await print(`${"<p>填</p>".repeat(count)}${table(2, 3, plainCell)}`));
  expect(pages.filter((page) => /[头格]/.test(page)).length).toBe(1);
});

test("a caption stands above its table, and the foot counts on", async () => {
  const html = `<p>前</p><table><caption>表一</caption><tr><td>格</td></tr></table>${"<p>后</p>".repeat(40)}`;
  const pages = await readPages(await print(html));
  expect(pages[0]).toMatch(/表一3.*格4.*§§1–(\d+)1桥$/);
  const last = /§§1–(\d+)1桥$/.exec(pages[0] ?? "")?.[1];
  expect(pages[1]).toContain(`§§${Number(last) + 1}–44`);
});

test("the foot names the rows of a wide one on each page, whichever language stands there", async () => {
  const html = table(5, 90, (at) => (at === 0 ? "头" : "格"));
  const pages = await readPages(await print(`${html}<p>后</p>`, () => [text("Cell")]));
  const told = pages.map((page) => /§§(\d+)–(\d+)\d桥$/.exec(page)?.slice(1).map(Number));
  const expected = pages.map((page) => {
    const rows = [...page.matchAll(/(\d+)–(\d+)(?=格|Cell)/g)].map((row) => row.slice(1).map(Number));
    // The head is printed again on each page; it counts where its table begins.
    const isHead = ([first]: readonly number[]) => first === 2;
    const begins = page.includes("桥Cell") ? [1] : page.includes("格") && page.includes("Cell") ? [2] : [];
    const ends = page.includes("后") ? [457] : [];
    const counted = [...rows.filter((row) => !isHead(row)).flat(), ...begins, ...ends];
    return [Math.min(...counted), Math.max(...counted)];
  });
  expect(pages.length).toBeGreaterThan(4);
  expect(told).toEqual(expected);
});

test("a wide one has the whole width for each language, one too wide is printed cell by cell", async () => {
  const [wide = ""] = await readPages(await print(table(7, 1, plainCell)));
  expect(wide).toContain("头0头1头2头3头4头5头6");
  const tooWide = await print(table(12, 1, plainCell));
  expect(count(await readRoles(tooWide), "Table")).toBe(0);
  expect((await readPages(tooWide)).join("")).toContain("格1之11");
});

test("a cell longer than a page, an untranslated table and long words cost nothing", async () => {
  const long = await print(table(2, 2, () => "石头彼此认识了，".repeat(400)));
  expect((await readPages(long)).length).toBeGreaterThan(3);
  const [plain = ""] = await readPages(await print(table(3, 2, plainCell), untranslated));
  expect(plain).toContain("格2之0格2之1格2之28–10");
  const word = await print(table(3, 1, plainCell), () => [text("Incomprehensibilities")]);
  expect((await readPages(word)).join("")).toContain("Incompre");
});

test("a formula in a cell is set", async () => {
  const image = '<img src="https://www.zhihu.com/equation?tex=x%5E2" alt="x^2" eeimg="1">';
  const book = aBook(`<table><tr><td>荷载${image}</td><td>力</td></tr></table>`);
  expect((await renderPdf(book, defaultExportOptions)).notices).toEqual([]);
});

test.each([3, 8])("names and numbers stay inside their cell, of %i columns", async (columns) => {
  const names = ["石max_position_embeddings", "石1234567890123456789", "石github.com/foo/barBazQuxQuux.git"];
  const html = table(columns, 3, (at) => names[at - 1] ?? "头");
  const lines = (await readLines(await print(html, (source) => source))).flat();
  const rows = lines.filter(({ y, side }) => y > 65 && y < 700 && side !== "gutter");
  const last = (side: PrintedLine["side"]) => (side === "target" || columns > 3 ? "target" : "source");
  expect(rows.length).toBeGreaterThan(8);
  for (const { side, right } of rows) expect(right).toBeLessThan(edges[last(side)][1]);
});

test("the foot names a row that goes over pages on each of them", async () => {
  const html = table(2, 2, (at, column) =>
    at === 1 && column === 1 ? "石头彼此认识了，".repeat(400) : "格",
  );
  const pages = await readPages(await print(`${html}<p>尾</p>`));
  const told = pages.map((page) => /(§+[\d–]+)\d桥$/.exec(page)?.[1]);
  expect(told.length).toBeGreaterThan(3);
  expect(told[0]).toBe("§§1–5");
  for (const page of told.slice(1, -1)) expect(page).toBe("§4");
  expect(told.at(-1)).toBe("§§4–8");
});
