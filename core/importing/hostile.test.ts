import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isAppError } from "../errors.ts";
import { expectConsistent } from "./fixture-consistency.ts";
import { outlineBody } from "./fixture-outline.ts";
import { importLimits } from "./limits.ts";
import { readPastedHtml, readZhihuFile } from "./read-article.ts";

const folder = new URL("./fixtures/hostile/", import.meta.url);

/** Reads a body after one Chinese paragraph. */
const read = (body: string) => readZhihuFile(new TextEncoder().encode(`<body><p>引子</p>${body}</body>`));

test.each(readdirSync(folder))("%s leaves plain text and web addresses only", (file) => {
  const bytes = readFileSync(new URL(file, folder));
  const article = readZhihuFile(bytes);
  expectConsistent(article);
  expect(article.segments.some(({ text }) => text === "安全的第一段。")).toBe(true);
  expect(JSON.stringify(article)).not.toContain("secret-hash");
  expectConsistent(readPastedHtml(bytes.toString("utf8")));
});

test.each([
  ["script", "<script>a</script>"],
  ["style", "<style>a</style>"],
  ["template", "<template>a</template>"],
  ["svg", "<svg><text>a</text></svg>"],
  ["math", "<math><mi>a</mi></math>"],
  ["object", "<object>a</object>"],
  ["xmp", "<xmp>a</xmp>"],
  ["textarea", "<textarea>a</textarea>"],
  ["noembed", "<noembed>a</noembed>"],
])("%s never reaches the model", (_name, html) => {
  expect(outlineBody(html)).toEqual(["! element-dropped ×1"]);
  expect(outlineBody(`<p>甲${html}乙</p>`)).toEqual(["paragraph | 甲乙", "! element-dropped ×1"]);
});

test.each([
  ["depth", 257, "<div>".repeat(256)],
  ["depth", 257, "<b>".repeat(100_000)],
  ["depth", 257, "<blockquote>".repeat(100_000)],
  ["depth", 257, "<ul><li>".repeat(100_000)],
  ["depth", 257, "<table><tr><td>".repeat(100_000)],
  ["nodes", 200_001, "<br>".repeat(200_000)],
  ["nodes", 200_001, "<p>甲</p>".repeat(100_001)],
  ["characters", 20_001, `<p>${"甲".repeat(20_001)}</p>`],
  ["characters", 20_001, `<sup data-draft-type="reference" data-text="${"甲".repeat(20_001)}">[1]</sup>`],
  ["formulas", 2_001, '<img eeimg="1" alt="x">'.repeat(2_001)],
  ["segments", 20_002, "<p>甲</p>".repeat(20_001)],
  ["bytes", 10_485_794, `${"甲".repeat(3_495_255)}<p>`],
] as const)("more %s than allowed is refused with the number: %i", (what, value, body) => {
  let thrown: unknown = null;
  try {
    read(body);
  } catch (error) {
    thrown = error;
  }
  expect(isAppError(thrown) && { code: thrown.code, details: thrown.details }).toEqual({
    code: "too-large",
    details: { what, limit: importLimits[what], value },
  });
});

test("a title longer than a segment may be is refused", () => {
  const bytes = new TextEncoder().encode(`# ${"题".repeat(20_001)}\n<body><p>甲</p></body>`);
  expect(() => readZhihuFile(bytes)).toThrow("too-large");
});

test("the largest real cases fit: long answers, many formulas, long lists", () => {
  expect(read(`<p>${"甲".repeat(1_000)}</p>`.repeat(105)).segments).toHaveLength(106);
  expect(read('<p>设<img eeimg="1" alt="x_1">成立</p>'.repeat(150)).segments).toHaveLength(151);
  expect(read("<p>甲</p>".repeat(19_999)).segments).toHaveLength(20_000);
  expect(read("甲甲甲甲甲甲甲甲甲甲<br><br>".repeat(5_000)).segments).toHaveLength(5_001);
});

test.each([
  ["an item", "<ul><li>", "</li></ul>", ["list-item", "paragraph"]],
  ["a quote", "<blockquote>", "</blockquote>", ["quote", "quote"]],
  ["a paragraph with a pid", '<p data-pid="a1">', "</p>", ["paragraph", "paragraph"]],
])("%s of very much text is cut at a blank line", (_name, open, close, kinds) => {
  const part = "甲".repeat(9_000);
  const { segments } = read(`${open}${part}<br><br>${part}<br><br>乙<br>乙<br><br>${part}${close}`);
  expect(segments.slice(1).map(({ kind, text }) => [kind, text.length])).toEqual([
    [kinds[0], 18_002],
    [kinds[1], 9_005],
  ]);
});

test("spans beyond all measure cost no more than their cells", () => {
  const wide = '<td colspan="99999" rowspan="99999">甲</td>'.repeat(2_000);
  const { blocks } = read(`<table><tr>${wide}</tr>${"<tr><td>乙</td></tr>".repeat(10_000)}</table>`);
  expect(blocks[1]).toMatchObject({ kind: "table", attributes: { rows: 10_001, columns: 2_999 } });
});

test("depth is counted as the tags come, not in the tree's shape", () => {
  expect(read(`${"<div>".repeat(255)}深${"</div>".repeat(255)}`).segments).toHaveLength(2);
  expect(read("<p>甲".repeat(5_000)).segments).toHaveLength(5_001);
});

test.each([
  ["space", " "],
  ["tags", "<b></b> "],
])("ten million characters of %s before a pasted text are no reason to fail otherwise", (_what, piece) => {
  const html = piece.repeat(importLimits.bytes / piece.length);
  let thrown: unknown = null;
  try {
    readPastedHtml(html);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toSatisfy(isAppError);
});
