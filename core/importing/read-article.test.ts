import { expect, test } from "vitest";
import { outline } from "./fixture-outline.ts";
import { readPastedHtml, readZhihuFile } from "./read-article.ts";

const readText = (text: string) => readZhihuFile(new TextEncoder().encode(text));

test.each([
  [
    "a list under the title",
    "# 题\n\n- 优点：便宜\n- 缺点：慢\n\n正文。",
    ["title | 题", "paragraph | - 优点：便宜↵- 缺点：慢", "paragraph | 正文。"],
  ],
  [
    "a list at the top",
    "- 优点：便宜\n- 优点：快\n\n正文。",
    ["paragraph | - 优点：便宜↵- 优点：快", "paragraph | 正文。"],
  ],
  ["a list before HTML", "- 优点：便宜\n<p>正文。</p>", ["paragraph | - 优点：便宜", "paragraph | 正文。"]],
  [
    "a list behind the header",
    "# 题\n\n- 点赞数：3\n\n- 优点：便宜\n\n正文。",
    ["title | 题", "paragraph | - 优点：便宜", "paragraph | 正文。"],
  ],
  [
    "a list of books",
    "- 书名：桥\n- 作者：张三\n\n正文。",
    ["paragraph | - 书名：桥↵- 作者：张三", "paragraph | 正文。"],
  ],
  [
    "a list of books behind the header",
    "# 题\n\n- 点赞数：3\n\n- 书名：桥\n- 作者：张三\n\n正文。",
    ["title | 题", "paragraph | - 书名：桥↵- 作者：张三", "paragraph | 正文。"],
  ],
  [
    "a list behind a header of lines that end twice",
    "# 题\r\r\n- 收藏数：7\r\r\n- 点赞数：3\r\r\n- 优点：便宜\r\r\n正文。",
    ["title | 题", "paragraph | - 优点：便宜", "paragraph | 正文。"],
  ],
])("only the header is no text: %s", (_name, text, expected) => {
  expect(outline(readText(text))).toEqual(expected);
});

test.each([
  [
    "a known field, whatever the others are",
    "- 收藏数：7\n- 点赞数：3\n- 收藏数：8\n\n正文。",
    ["收藏数", "点赞数"],
    1,
  ],
  [
    "a body behind foreign fields and a blank line",
    "# 题\n\n- 收藏数：7\n\n<body>正文。</body>",
    ["收藏数"],
    0,
  ],
  [
    "a body behind lines that end twice",
    "# 题\r\r\n\r\r\n- 点赞数：3\r\r\n- 收藏数：7\r\r\n<body>正文。</body>",
    ["点赞数", "收藏数"],
    0,
  ],
  [
    "known fields with blank lines between them",
    "- 收藏数：7\n\n- 点赞数：3\n\n- 收藏数：8\n\n- 作者：张三\n\n正文。",
    ["收藏数", "点赞数", "作者"],
    1,
  ],
  [
    "the fields of an article",
    "- 作者：张三\n- url：https://zhuanlan.zhihu.com/p/3\n<p>正文。</p>",
    ["作者", "url"],
    0,
  ],
])("takes fields as the header for %s", (_name, text, keys, repeated) => {
  const { meta, segments, warnings } = readText(text);
  expect(meta.map(([key]) => key)).toEqual(keys);
  expect(segments.at(-1)?.text).toBe("正文。");
  expect(warnings.map(({ count }) => count)).toEqual(repeated === 0 ? [] : [repeated]);
});

test("author and address are read where no other field is", () => {
  const text = "# 题\n- 作者：张三\n- url：https://zhuanlan.zhihu.com/p/3003\n<p>正文。</p>";
  expect(readText(text)).toMatchObject({ author: "张三", sourceKey: "zhihu:article:3003" });
});

test.each([
  ["a type of a program", "第一段。\n\nList<String> 很好用。\n\n第三段。", "List<String> 很好用。"],
  ["a tag that is spoken of", "第一段。\n\n用 <div> 和 <p> 就行。\n\n第三段。", "用 <div> 和 <p> 就行。"],
  ["a lone break", "第一段。\n\n<br>是换行。\n\n第三段。", "<br>是换行。"],
  [
    "a link in a line",
    '第一段。\n\n见<a href="https://a.cn">链</a>。\n\n第三段。',
    '见<a href="https://a.cn">链</a>。',
  ],
  ["a comparison", "第一段。\n\n若 a <b 则停。\n\n第三段。", "若 a <b 则停。"],
])("plain text keeps %s and its paragraphs", (_name, text, second) => {
  const expected = ["第一段。", second, "第三段。"].map((each) => `paragraph | ${each}`);
  expect(outline(readText(text))).toEqual(expected);
});

test.each([
  ["a page", "<!doctype html><title>题</title><p>甲</p>乙"],
  ["blocks under a title", "# 题\n\n  <p>甲</p><p>乙</p>"],
  ["text before a block", "甲\n<DIV>乙</DIV>"],
  ["a block that closes within a line", "甲<p>乙</p>"],
  ["blocks that follow each other", "甲<div><p>乙"],
  ["nothing but breaks", "甲<br><br />乙"],
  ["two paragraphs that never close", "甲<p>乙 <p>"],
  ["breaks in the saved format", "- 点赞数：3\n甲<br><br>乙"],
])("HTML is %s", (_name, text) => {
  const { segments } = readText(text);
  expect(segments.filter(({ kind }) => kind !== "title").map((each) => each.text)).toEqual(["甲", "乙"]);
});

test("a fragment of inline HTML has its paragraphs, links and pictures", () => {
  const link = '<a href="https://link.zhihu.com/?target=https%3A//a.cn">链</a>';
  const text = `# 题\n甲。<br><br>乙${link}。<br><img src="https://pic1.zhimg.com/v2-a.jpg">`;
  expect(outline(readText(text))).toEqual([
    "title | 题",
    "paragraph | 甲。",
    "paragraph | 乙链→<https://a.cn/>。",
    'figure {src="https://pic1.zhimg.com/v2-a.jpg" alt="" width=null height=null}',
  ]);
});

test.each([
  ["a link", '甲<a href="https://a.cn">乙</a>'],
  ["a picture", '甲乙<img alt="桥" src="https://pic1.zhimg.com/v2-a.jpg">'],
])("%s alone makes HTML", (_name, text) => {
  expect(outline(readText(text)).join()).not.toMatch(/<a |<img /);
});

test.each([
  [
    "its title",
    "<meta charset=utf-8><div><h1>桥 <b>与</b> 水</h1></div><ul><li>甲<ul><li>乙</li></ul></li></ul>",
    [
      "title | 桥 与 水",
      "list {ordered=false start=1}",
      "list-item {depth=0 ordinal=null} ^0 | 甲",
      "list {ordered=false start=1} ^0",
      "list-item {depth=1 ordinal=null} ^2 | 乙",
    ],
  ],
  ["a heading that is all", "<h1>桥与水</h1>", ["heading {level=2} | 桥与水"]],
  ["a section", "<h2>桥与水</h2><p>甲</p>", ["heading {level=2} | 桥与水", "paragraph | 甲"]],
  ["words before it", "<p>甲</p><h1>桥与水</h1>", ["paragraph | 甲", "heading {level=2} | 桥与水"]],
])("a pasted page begins with %s", (_what, html, lines) => {
  expect(outline(readPastedHtml(html))).toEqual(lines);
});
