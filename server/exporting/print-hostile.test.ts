import { expect, test } from "vitest";
import type { BilingualBook } from "#core/exporting/book.ts";
import { defaultExportOptions } from "#core/exporting/options.ts";
import { aBook, edges, inEnglish, openPdf, readLines, readPages, text, untranslated } from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

/** No text may cost the export: each of these ends with a PDF, and says what was replaced. */
const print = async (book: BilingualBook) => {
  const { pdf, notices } = await renderPdf(book, defaultExportOptions);
  return {
    pdf,
    notices: notices.map(({ code, detail }) => `${code} ${detail}`),
    page: (await readPages(pdf)).join(""),
  };
};
const formula = (tex: string) =>
  `<img src="https://www.zhihu.com/equation?tex=${encodeURIComponent(tex)}" alt="${tex}" eeimg="1">`;

test("names in every Latin and Cyrillic alphabet print as they are", async () => {
  const names = ["Žižek", "Łukasz Đặng", "Ірина", "Ångström"];
  const { notices, page } = await print(
    aBook("<p>Žižek 与<code>Łukasz</code></p>", () => [text("Čapek")], {
      author: "Šárka",
      translators: names,
    }),
  );
  expect(notices).toEqual([]);
  for (const words of ["Žižek与Łukasz", "Čapek", "WrittenbyŠárka", "Žižek,ŁukaszĐặng,ІринаandÅngström"]) {
    expect(page).toContain(words);
  }
});

test("emoji print as they are, those of several characters as one", async () => {
  const { notices, page } = await print(
    aBook("<p>桥🌉通车🎉，一家👨‍👩‍👧，爱心❤️，三点3️⃣</p>", () => [text("Open 🌉, bold 👍🏽")]),
  );
  expect(notices).toEqual([]);
  for (const words of ["桥🌉通车🎉", "👨‍👩‍👧", "Open🌉,bold👍🏽"]) expect(page).toContain(words);
});

test("an author with an emoji, a title of 300 characters with a rare one", async () => {
  const title = `${"石头怕拉不怕压".repeat(43)}𠮷`;
  const { notices, page, pdf } = await print(aBook("<p>石</p>", inEnglish, { author: "修桥人😀", title }));
  expect(notices).toEqual(["missing-glyph U+20BB7"]);
  expect(page).toContain("Writtenby修桥人😀");
  const lines = (await readLines(pdf)).flat();
  expect(Math.max(...lines.map(({ right }) => right))).toBeLessThan(edges.target[1] + 6);
});

test("an article of a title alone, without its translation", async () => {
  const { page } = await print({ ...aBook("<p>石</p>", untranslated), pieces: [] });
  expect(page).toContain("桥notyettranslated");
});

test("control characters, bidirectional marks and half a character are left out or shown", async () => {
  const words = "石\u0000\u0007\u202e头\u2066怕\u200f拉\u200b不\ufeff怕\ud800压\u0085。مرحبا";
  const { notices, page } = await print(aBook("<p>石</p>", () => [text(words)]));
  expect(page).toContain("石头怕拉不怕[U+FFFD]压。");
  expect(notices).toEqual(expect.arrayContaining(["control-removed U+202E", "missing-glyph U+0645"]));
});

test("a token of 5,000 characters stays inside its column", async () => {
  const { notices, pdf } = await print(
    aBook("<p>石</p>", (_, number) => [text(number === 1 ? "T" : "x".repeat(5_000))]),
  );
  expect(notices).toEqual([`long-token-broken ${"x".repeat(40)}`]);
  const rights = (await readLines(pdf)).flat().map(({ right }) => right);
  expect(Math.max(...rights)).toBeLessThan(edges.target[1] + 0.1);
});

test("TeX that fails is printed as it was written, one too high is made smaller", async () => {
  const tall = `\\begin{matrix}${"x\\\\".repeat(300)}\\end{matrix}`;
  const { notices, page, pdf } = await print(
    aBook(`<p>荷载${formula("\\nonsense{")}与${formula(tall)}。</p>`),
  );
  expect(notices).toContain("formula-as-code \\nonsense{");
  expect(page).toContain("荷载\\nonsense{与");
  expect(Math.min(...(await readLines(pdf)).flat().map(({ y }) => y))).toBeGreaterThan(30);
});

test("a link to a script is no link", async () => {
  const book = aBook("<p>石</p>", () => [{ type: "text", text: "click", href: "javascript:alert(1)" }]);
  const { pdf } = await print(book);
  expect(Buffer.from(pdf).toString("latin1")).not.toContain("javascript");
});

test("a poem of 200 short lines breaks across pages", async () => {
  const { page } = await print(
    aBook(`<p>${Array.from({ length: 200 }, (_, at) => `诗${at}行`).join("<br>")}</p>`),
  );
  expect(page).toContain("诗199行");
  const { pdf } = await renderPdf(aBook(`<p>${"诗<br>".repeat(200)}尾</p>`), defaultExportOptions);
  expect((await readPages(pdf)).length).toBeGreaterThan(4);
});

test("code keeps what its lines are set in by, whether spaces or tabs", async () => {
  const lines = ["int main() {", "\tif (x) {", "        return 0;", "\t}", "}"];
  const { pdf } = await print(aBook(`<pre><code lang="c">${lines.join("\n")}</code></pre>`));
  const found = (await readLines(pdf)).flat();
  const left = (words: string) => found.find(({ text: line }) => line.includes(words))?.left ?? Number.NaN;
  const step = left("(x)") - left("main()");
  expect(step).toBeGreaterThan(15);
  expect(left("return") - left("main()")).toBeCloseTo(2 * step, 1);
});

test.each([
  "a".repeat(3_000),
  "/".repeat(3_000),
  "/a".repeat(1_500),
  "?a=b&".repeat(600),
  "%E6%A1%A5".repeat(300),
  "/a-very-long-slug-with-many-words-in-it/index.html?utm_source=newsletter&utm_medium=email&utm_id=1",
])("an address without end stays on the page", async (path) => {
  const address = `https://example.com/x${path}`;
  const note = `<sup data-draft-type="reference" data-numero="1" data-text="" data-url="${address}">[1]</sup>`;
  const book = aBook(`<p>石${note}</p><p>${address}</p>`, untranslated, { sourceUrl: address });
  const { pdf } = await renderPdf(book, defaultExportOptions);
  const rights = (await readLines(pdf)).flat().map(({ right }) => right);
  expect(Math.max(...rights)).toBeLessThan(edges.target[1] + 0.1);
});

test("a short address is whole in the file, so that readers find it", async () => {
  const address = "https://www.zhihu.com/question/1234567890/answer/12345";
  const { pdf } = await print(aBook("<p>石</p>", untranslated, { sourceUrl: address }));
  expect((await readLines(pdf)).flat().some(({ text: line }) => line.includes(address))).toBe(true);
});

test.each([
  ["dashes", "—".repeat(33)],
  ["ellipses", "…".repeat(40)],
  ["lines", "═".repeat(60)],
  ["sounds held long", "ー".repeat(40)],
  ["stars", "★".repeat(40)],
  ["closing marks", "）》，。”！；】？、』：".repeat(4)],
  [
    "words held together",
    "one two three four five six seven eight nine ten eleven".replaceAll(" ", "\u00a0"),
  ],
  ["a long Russian word", "Превысокомногорассмотрительствующийчеловек"],
  ["letters without a glyph", "שלוםעולם"],
])("%s stay inside their column", async (_, words) => {
  const { pdf } = await print(
    aBook(`<p>分${words}</p>`, (_, number) => [text(number === 1 ? "T" : `x ${words}`)]),
  );
  const lines = (await readLines(pdf)).flat().filter(({ y }) => y > 65 && y < 700);
  for (const { side, right, text: line } of lines) {
    // The empty half of a closing mark at the line's end hangs out.
    const blank = /[）》，。”！；】？、』：]$/.test(line) ? 5.25 : 0;
    expect(right - blank).toBeLessThan(
      edges[side === "target" ? "target" : "source"][1] + 0.1 + (side === "gutter" ? 31.4 : 0),
    );
  }
  for (const { text: line } of lines) expect(line).not.toMatch(/\[U\+[0-9A-F]*$/);
});

test("what is broken is whole when it is copied, and in the title and the bookmarks of the file", async () => {
  const token = "model.layers.attention.self_attn_query_projection(hidden_states)";
  const book = aBook(`<h2>${token}</h2><pre>${token}</pre><p>石 ${token}</p>`, untranslated, {
    title: token,
  });
  const document = await openPdf((await print(book)).pdf);
  const { items } = await (await document.getPage(1)).getTextContent();
  const all = items.map((item) => ("str" in item ? item.str : "")).join("");
  expect(all).not.toContain("\u200b");
  expect(all.split(token).length - 1).toBe(4);
  const { info } = await document.getMetadata();
  expect("Title" in info && info.Title).toBe(token);
  const outline = await document.getOutline();
  expect([outline[0]?.title, outline[0]?.items[0]?.title]).toEqual([token, token]);
});
