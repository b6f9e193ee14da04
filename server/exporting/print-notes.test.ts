import { expect, test } from "vitest";
import type { BilingualBook } from "#core/exporting/book.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { aBook, openPdf, readLines, readPages, readRoles, untranslated } from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const mark = (number: number, note: string, url = "") =>
  `<sup data-text="${note}" data-url="${url}" data-draft-type="reference" data-numero="${number}">[${number}]</sup>`;
const print = async (book: BilingualBook) => (await renderPdf(book, defaultExportOptions)).pdf;
const count = (text: string, words: string) => text.split(words).length - 1;

test("a note stands at the foot of the page that calls it, in both languages, with its number", async () => {
  const filler = "<p>石头怕拉不怕压。</p>".repeat(60);
  const pages = await readPages(
    await print(aBook(`<p>头一段${mark(1, "见县志")}。</p>${filler}<p>末一段${mark(2, "见档案")}。</p>`)),
  );
  expect(pages[0]).toMatch(/1见县志641Englishof64§§1–\d+1桥$/);
  expect(pages.at(-1)).toMatch(/2见档案652Englishof65§§\d+–63\d桥$/);
  expect([count(pages.join(""), "见县志"), count(pages.join(""), "见档案")]).toEqual([1, 1]);
});

test("the marks of source and translation lead to the one note, and it leads back", async () => {
  const pdf = await print(aBook(`<p>赵州桥${mark(1, "建成于隋代")}很老${mark(1, "建成于隋代")}。</p>`));
  const links = await (await (await openPdf(pdf)).getPage(1)).getAnnotations();
  const goals = links.map(({ dest }) => JSON.stringify(dest));
  // Two marks on each side; the note's own number leads back to the first.
  expect(goals.length).toBe(5);
  expect(new Set(goals).size).toBe(2);
  expect((await readRoles(pdf)).filter((role) => role === "Note").length).toBe(1);
});

test("an untranslated note and its address are printed too", async () => {
  const book = aBook(`<p>桥${mark(1, "见档案", "https://example.org/a")}</p>`, untranslated);
  const [page = ""] = await readPages(await print(book));
  expect(page).toContain("1见档案https://example.org/a3");
});

test("a note may be only an address", async () => {
  const book = aBook(`<p>桥${mark(2, "", "https://example.org/2")}</p>`);
  const pdf = await print(book);
  expect((await readPages(pdf))[0]).toMatch(/2https:\/\/example\.org\/2§§1–21桥$/);
  const links = await (await (await openPdf(pdf)).getPage(1)).getAnnotations();
  expect(links.some(({ url }) => url === "https://example.org/2")).toBe(true);
  const [uncalled = ""] = await readPages(await print({ ...book, pieces: [] }));
  expect(uncalled).toContain("2.https://example.org/2");
});

test("a note that nothing calls is listed at the end", async () => {
  const book = aBook(`<p>桥${mark(1, "见县志")}</p>`);
  const [page = ""] = await readPages(await print({ ...book, pieces: [] }));
  expect(page).toContain("1.见县志31.Englishof3");
});

test("headings, heads of tables, cells, marks in a row and marks without a note cost nothing", async () => {
  const rows = Array.from({ length: 80 }, (_, at) => `<tr><td>格${mark(4 + at, `格注${at}号`)}</td></tr>`);
  const html = `<h2>标题${mark(1, "题注")}</h2><p>后${mark(2, "乙注")}${mark(3, "丙注")}</p>
    <table><tr><th>头${mark(99, "头注")}</th></tr>${rows.join("")}</table>`;
  const book = aBook(html);
  const all = (await readPages(await print(book))).join("");
  for (const note of ["题注", "乙注", "丙注", "头注", "格注0号", "格注79号"])
    expect([note, count(all, note)]).toEqual([note, 1]);
  const plain = (await readPages(await print({ ...book, notes: [] }))).join("");
  expect(plain).toContain("标题1");
});

test("a note longer than a page goes on at the foot of the next ones", async () => {
  const pages = await readPages(
    await print(aBook(`<p>桥${mark(1, "很长的注释，".repeat(1000))}</p><p>后</p>`)),
  );
  expect(pages.length).toBeGreaterThan(2);
  expect(count(pages.join(""), "很")).toBe(1000);
});

test.each([
  [15, 2],
  [19, 2],
  [20, 2],
  [21, 2],
  [20, 5],
  [22, 5],
])("a note that a row calls stands on its page, after %i pairs and in %i columns", async (pairs, columns) => {
  const long = "石头怕拉不怕压。".repeat(12);
  const cells = (name: string) => `<${name}>格</${name}>`.repeat(columns - 1);
  const rows = Array.from(
    { length: 6 },
    (_, at) =>
      `<tr><td>${"石头。".repeat(9)}标${mark(at + 1, `文${at + 1}尾${long}`)}</td>${cells("td")}</tr>`,
  );
  const table = `<table><tr><th>头</th>${cells("th")}</tr>${rows.join("")}</table>`;
  const pages = await readPages(await print(aBook(`${"<p>填</p>".repeat(pairs)}${table}`)));
  expect(pages.length).toBeGreaterThan(1);
  const find = (words: string) => pages.findIndex((page) => page.includes(words));
  for (let at = 1; at <= 6; at += 1) expect([at, find(`文${at}尾`)]).toEqual([at, find(`标${at}`)]);
});

test("a table that calls a note has its head once, as one, and all its rows", async () => {
  const html = `<table><tr><th>头</th><th>乙</th></tr><tr><td>格${mark(1, "注")}</td><td>一</td></tr><tr><td>丙</td><td>丁</td></tr></table>`;
  const pdf = await print(aBook(html));
  const [page = ""] = await readPages(pdf);
  expect(page).toMatch(/头乙2–3.*格1一4–5/);
  expect(page).toContain("丙丁6–7");
  const roles = await readRoles(pdf);
  expect(roles.filter((role) => role === "TH").length).toBe(5);
});

test.each([23, 24, 25, 26])(
  "a heading goes with the pair that its note moves, after %i pairs",
  async (pairs) => {
    const filler = "<p>填</p>".repeat(pairs);
    const pages = await readPages(
      await print(
        aBook(`${filler}<h2>标题在此</h2><p>正文${mark(1, `注文${"石头怕拉不怕压。".repeat(5)}`)}</p>`),
      ),
    );
    const find = (words: string) => pages.findIndex((page) => page.includes(words));
    expect(find("正文")).toBeGreaterThanOrEqual(0);
    expect(find("标题在此")).toBe(find("正文"));
  },
);

test("two notes stand further apart than the lines of one", async () => {
  const note = "石头怕拉不怕压，".repeat(5);
  const pdf = await print(aBook(`<p>桥${mark(1, note)}梁${mark(2, note)}</p>`));
  const lines = (await readLines(pdf)).flat().filter(({ side, y }) => side === "source" && y > 60 && y < 200);
  const [first = 0, second = 0, third = 0] = lines.map(({ y }) => y).sort((a, b) => b - a);
  expect(lines.length).toBe(4);
  expect(second - third).toBeGreaterThan(first - second + 2);
});

test("the mark of a note stands close to a mark of Chinese, above its empty half", async () => {
  const html = ["石头好", "石头。", "石头？"].map((words) => `<p>${words}${mark(1, "注")}</p>`).join("");
  const told = (await readLines(await print(aBook(html, untranslated)))).flat();
  const right = (words: string) => told.find(({ text }) => text.startsWith(words))?.right ?? Number.NaN;
  expect(right("石头好") - right("石头。")).toBeGreaterThan(3.5);
  expect(right("石头好") - right("石头？")).toBeGreaterThan(3.5);
});
