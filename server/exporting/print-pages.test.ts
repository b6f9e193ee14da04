import { beforeAll, expect, test } from "vitest";
import { defaultExportOptions } from "#core/exporting/options.ts";
import {
  aBook,
  edges,
  type PrintedLine,
  readDividers,
  readLines,
  readPages,
  type Translate,
  text,
  untranslated,
} from "./fixture-pdf.ts";
import { renderPdf } from "./render-pdf.ts";

const source = "石头怕拉不怕压，把一排石头弯成弧，每一块都只受压，于是几百年不散。";
const target = "Stone fears being pulled, and so a row of stones bent into a curve holds for centuries. ";
const print = async (html: string, translate: Translate) =>
  (await renderPdf(aBook(html, translate), defaultExportOptions)).pdf;
const inProportion: Translate = (content, number) => {
  const length = content.reduce((sum, item) => sum + ("text" in item ? item.text.length : 0), 0);
  return [
    text(
      `Begin${number} ${target.repeat(Math.ceil((length / source.length) * (0.7 + (number % 4) / 5)))}End${number}`,
    ),
  ];
};

/** Sixty short pairs with headings and section rules between them, and a long one near the top. */
const longNumber = 3;
const html = [
  `<p>首${source}</p><p>长${source.repeat(150)}尾</p>`,
  ...Array.from({ length: 60 }, (_, index) => {
    const heading = index % 7 === 3 ? `<h2>节${index}始</h2>` : "";
    const rule = index % 5 === 4 ? "<hr>" : "";
    return `${heading}<p>段${index}始${source.repeat(1 + ((index * 7) % 5))}段${index}终</p>${rule}`;
  }),
].join("");

let pdf: Uint8Array;
let pages: string[];
let lines: PrintedLine[][];
beforeAll(async () => {
  pdf = await print(html, inProportion);
  [pages, lines] = await Promise.all([readPages(pdf), readLines(pdf)]);
});
const findPage = (words: string) => pages.findIndex((page) => page.includes(words));

test("a short pair is never divided, and a heading stays with what follows", () => {
  for (let index = 0; index < 60; index += 1) {
    const page = findPage(`段${index}始`);
    expect(page).toBeGreaterThanOrEqual(0);
    // From about eight lines on a pair may break.
    if ((index * 7) % 5 < 3) expect(findPage(`段${index}终`)).toBe(page);
    if (index % 7 === 3) expect(findPage(`节${index}始`)).toBe(page);
  }
});

test("a pair longer than a page fills each, and leaves no line alone on either side", () => {
  const [first, last] = [findPage("长石头"), findPage(`End${longNumber}`)];
  expect(last - first).toBeGreaterThan(3);
  expect(findPage("尾")).toBeGreaterThan(first + 2);
  for (const page of lines.slice(first, last + 1)) {
    for (const side of ["source", "target"] as const) expect(countText(page, side)).not.toBe(1);
  }
  for (const page of lines.slice(first + 1, first + 3)) expect(countText(page, "source")).toBeGreaterThan(38);
});

/** Lines of one side above the page's foot. */
function countText(page: readonly PrintedLine[], side: PrintedLine["side"]): number {
  return page.filter((line) => line.side === side && line.y > 65).length;
}

test("both sides of a pair begin on one line, beside its number", () => {
  for (const page of lines) {
    for (const start of page.filter(({ text: words }) => /^段\d+始/.test(words))) {
      const beside = page.filter(({ y }) => Math.abs(y - start.y) < 0.1);
      expect(beside.map(({ side }) => side)).toEqual(["source", "gutter", "target"]);
    }
  }
});

test("the foot names the segments of its page, also of one that a single pair fills", () => {
  const first = findPage("长石头");
  expect(pages[0]).toMatch(/§§1–31桥$/);
  expect(pages[first + 1]).toMatch(/§32桥$/);
});

test.each([19, 20, 21, 22, 23, 24, 25])(
  "no page begins with a section's rule (after %i pairs)",
  async (count) => {
    const printed = await print(
      `${"<p>石头。</p>".repeat(count)}<hr><hr>${"<p>后来。</p>".repeat(20)}`,
      untranslated,
    );
    const [all, dividers] = await Promise.all([readLines(printed), readDividers(printed)]);
    expect(dividers.flat().length).toBe(1);
    for (const [index, page] of all.entries()) {
      const top = Math.max(...page.map(({ y }) => y));
      for (const y of dividers[index] ?? []) expect(y).toBeLessThan(top);
    }
  },
);

test("what is not translated leaves its side empty, and the head says how much is missing", async () => {
  const none = await print("<p>石头。</p><p>后来。</p>", untranslated);
  expect((await readPages(none))[0]).toContain("notyettranslated·editionof");
  const sides = (await readLines(none))
    .flat()
    .filter(({ y }) => y > 65 && y < 700)
    .map(({ side }) => side);
  expect(new Set(sides)).toEqual(new Set(["source", "gutter"]));
  const some = await print("<p>石头。</p><p>后来。</p>", (_, number) =>
    number === 2 ? [text("Stone.")] : [],
  );
  expect((await readPages(some))[0]).toContain("translationof1of3segments");
});

test("nothing reaches beyond its column", () => {
  for (const { side, left, right, text: words } of lines.flat().filter(({ y }) => y > 65 && y < 700)) {
    if (side === "gutter") continue;
    expect(left).toBeGreaterThan(edges[side][0] - 0.1);
    // The empty half of a mark at the line's end hangs out.
    const blank = /[，。、；：]$/.test(words) ? 5.25 : 0;
    expect(right - blank).toBeLessThan(edges[side][1] + 0.1);
  }
});

test("without numbers there are none, at the foot neither", async () => {
  const { pdf: plain } = await renderPdf(aBook("<p>石头。</p>", untranslated), {
    ...defaultExportOptions,
    numbers: false,
  });
  expect((await readPages(plain))[0]).toMatch(/石头。1桥$/);
});

test.each([
  [27, 15.5],
  [28, 8.5],
])(
  "a section's rule keeps away from what is below the end of a page (after %i pairs)",
  async (count, gap) => {
    const html = `${"<p>石头。</p>".repeat(count)}<hr>${"<p>后来。</p>".repeat(20)}`;
    const printed = await print(html, untranslated);
    const [[first = []], [[rule = 0] = []]] = await Promise.all([readLines(printed), readDividers(printed)]);
    const above = first.filter(({ y, side }) => side === "source" && y > rule).map(({ y }) => y);
    expect(Math.min(...above) - rule).toBeCloseTo(gap, 0);
  },
);

test("a heading stands closer to its own text than to the text before", async () => {
  const printed = await print("<p>甲</p><h2>节</h2><p>乙</p><p>丙</p>", untranslated);
  const told = (await readLines(printed)).flat();
  const y = (words: string) => told.find((line) => line.text === words)?.y ?? Number.NaN;
  expect(y("甲") - y("节")).toBeGreaterThan(y("乙") - y("丙") + 5);
  expect(y("节") - y("乙")).toBeLessThan(y("乙") - y("丙"));
});

test("the address of a card stands below its words, however long the translation is", async () => {
  const card = (href: string) =>
    `<p>前</p><a href="${href}" data-draft-node="block" data-draft-type="link-card">一座桥</a>`;
  const printed = await print(card("https://example.org/1"), () => [text(target.repeat(4))]);
  const told = (await readLines(printed)).flat();
  const y = (words: string) => told.find((line) => line.text.includes(words))?.y ?? Number.NaN;
  expect(y("一座桥") - y("https://example.org/1")).toBeLessThan(20);
});

test("a pair that goes over a page is named again beside its first line there", () => {
  const [first, last] = [findPage("长石头"), findPage(`End${longNumber}`)];
  for (const page of lines.slice(first + 1, last)) {
    const top = Math.max(...page.map(({ y }) => y));
    const beside = page
      .filter(({ y }) => Math.abs(y - top) < 0.1)
      .map(({ side, text: words }) => [side, words]);
    expect(beside).toContainEqual(["gutter", `(${longNumber})`]);
  }
  expect(pages[0]).not.toContain(`(${longNumber})`);
  for (const page of pages.slice(last + 1)) expect(page).not.toContain(`(${longNumber})`);
});
