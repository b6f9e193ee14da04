import { expect, test } from "vitest";
import { outlineBody } from "./fixture-outline.ts";

test.each([
  ["a paragraph is a unit", '<p data-pid="aB3_x-9Z">山里下雨。</p>', ["paragraph #aB3_x-9Z | 山里下雨。"]],
  ["an empty paragraph without pid", "<p></p>", ["spacer"]],
  ["an empty paragraph with pid", '<p data-pid="k1">\n </p>', ["spacer #k1"]],
  ["an empty paragraph with a break", '<p class="ztext-empty-paragraph"><br></p>', ["spacer"]],
  ["a paragraph of one no-break space", "<p>&nbsp;</p>", ["spacer"]],
  ["a heading, bold dropped", "<h2><b>起因</b></h2>", ["heading {level=2} | 起因"]],
  ["a smaller heading", "<h3>经过</h3>", ["heading {level=3} | 经过"]],
  [
    "headings of foreign pages",
    "<h1>甲</h1><h6>乙</h6>",
    ["heading {level=2} | 甲", "heading {level=3} | 乙"],
  ],
  ["an empty heading", "<h2> </h2>", []],
  [
    "a list",
    '<ul><li data-pid="a1">甲</li><li data-pid="a2">乙</li></ul>',
    [
      "list {ordered=false start=1}",
      "list-item {depth=0 ordinal=null} #a1 ^1 | 甲",
      "list-item {depth=0 ordinal=null} #a2 ^1 | 乙",
    ],
  ],
  [
    "a numbered list keeps its numbers",
    '<ol start="3"><li>甲</li><li value="7">乙</li><li>丙</li></ol>',
    [
      "list {ordered=true start=3}",
      "list-item {depth=0 ordinal=3} ^1 | 甲",
      "list-item {depth=0 ordinal=7} ^1 | 乙",
      "list-item {depth=0 ordinal=8} ^1 | 丙",
    ],
  ],
  [
    "a list inside an item: the item keeps its own text only",
    "<ul><li>甲<ul><li>甲一</li></ul></li><li>乙</li></ul>",
    [
      "list {ordered=false start=1}",
      "list-item {depth=0 ordinal=null} ^1 | 甲",
      "list {ordered=false start=1} ^1",
      "list-item {depth=1 ordinal=null} ^3 | 甲一",
      "list-item {depth=0 ordinal=null} ^1 | 乙",
    ],
  ],
  [
    "a stray list directly inside a list",
    "<ol><li>甲</li><ul><li>甲一</li></ul><li>乙</li></ol>",
    [
      "list {ordered=true start=1}",
      "list-item {depth=0 ordinal=1} ^1 | 甲",
      "list {ordered=false start=1} ^1",
      "list-item {depth=1 ordinal=null} ^3 | 甲一",
      "list-item {depth=0 ordinal=2} ^1 | 乙",
    ],
  ],
  [
    "a list that begins with a list",
    "<ul><ul><li>深</li></ul></ul>",
    [
      "list {ordered=false start=1}",
      "list {ordered=false start=1} ^1",
      "list-item {depth=1 ordinal=null} ^2 | 深",
    ],
  ],
  [
    "an item is one unit with breaks",
    '<ul><li data-pid="a">甲<br><br>乙</li><li>丙<br><br><br>丁</li></ul>',
    [
      "list {ordered=false start=1}",
      "list-item {depth=0 ordinal=null} #a ^1 | 甲↵↵乙",
      "list-item {depth=0 ordinal=null} ^1 | 丙↵↵↵丁",
    ],
  ],
  [
    "an item of paragraphs",
    '<ul><li><p data-pid="b1">甲</p><p data-pid="b2">乙</p></li></ul>',
    ["list {ordered=false start=1}", "list-item {depth=0 ordinal=null} #b1 ^1 | 甲", "paragraph #b2 ^2 | 乙"],
  ],
  [
    "a plain quote is one unit with breaks",
    '<blockquote data-pid="q1">第一行<br>\n 第二行<br><br>第三行</blockquote>',
    ["quote {depth=0} #q1 | 第一行↵第二行↵↵第三行"],
  ],
  [
    "a quote of paragraphs: its own pid is only recorded",
    '<blockquote data-pid="q1"><p data-pid="q2">甲</p><p data-pid="q3">乙</p></blockquote>',
    ["quote {depth=0} #q1", "quote {depth=0} #q2 ^1 | 甲", "quote {depth=0} #q3 ^1 | 乙"],
  ],
  [
    "a quote of loose text and a paragraph",
    '<blockquote data-pid="q1">甲<p data-pid="q2">乙</p></blockquote>',
    ["quote {depth=0} #q1", "quote {depth=0} ^1 | 甲", "quote {depth=0} #q2 ^1 | 乙"],
  ],
  [
    "a quote inside a quote",
    "<blockquote><p>外</p><blockquote>内</blockquote></blockquote>",
    ["quote {depth=0}", "quote {depth=0} ^1 | 外", "quote {depth=1} ^1 | 内"],
  ],
  [
    "a table: a unit for each cell that has text",
    '<table data-draft-type="table"><tbody><tr><th>年</th><th>量</th></tr><tr><td>甲</td><td></td></tr></tbody></table>',
    [
      "table {rows=2 columns=2}",
      "table-cell {row=0 column=0 header=true} ^1 | 年",
      "table-cell {row=0 column=1 header=true} ^1 | 量",
      "table-cell {row=1 column=0 header=false} ^1 | 甲",
      "table-cell {row=1 column=1 header=false} ^1",
    ],
  ],
  [
    "a head row by its section, a wide cell, blocks in a cell",
    '<table><thead><tr><td colspan="2">表头</td></tr></thead><tr><td><p>甲</p><p>乙</p></td><td>丙</td></tr></table>',
    [
      "table {rows=2 columns=2}",
      "table-cell {row=0 column=0 header=true} ^1 | 表头",
      "table-cell {row=1 column=0 header=false} ^1 | 甲↵乙",
      "table-cell {row=1 column=1 header=false} ^1 | 丙",
    ],
  ],
  [
    "cells that reach down: those of the next rows stand beside them",
    '<table><tr><th>年<th>事<th>地</tr><tr><td rowspan="2">1998<td>动工<td rowspan="99999">东</tr><tr><td>合龙</tr><tr><td>1999<td>通车</tr></table>',
    [
      "table {rows=4 columns=3}",
      "table-cell {row=0 column=0 header=true} ^1 | 年",
      "table-cell {row=0 column=1 header=true} ^1 | 事",
      "table-cell {row=0 column=2 header=true} ^1 | 地",
      "table-cell {row=1 column=0 header=false} ^1 | 1998",
      "table-cell {row=1 column=1 header=false} ^1 | 动工",
      "table-cell {row=1 column=2 header=false} ^1 | 东",
      "table-cell {row=2 column=1 header=false} ^1 | 合龙",
      "table-cell {row=3 column=0 header=false} ^1 | 1999",
      "table-cell {row=3 column=1 header=false} ^1 | 通车",
    ],
  ],
  [
    "a cell of the head reaches no further than the head",
    '<table><thead><tr><th rowspan="2">年</th></tr></thead><tr><td>1998</td></tr></table>',
    [
      "table {rows=2 columns=1}",
      "table-cell {row=0 column=0 header=true} ^1 | 年",
      "table-cell {row=1 column=0 header=false} ^1 | 1998",
    ],
  ],
  [
    "a cell reaches no further than its group of rows",
    '<table><tbody><tr><td rowspan="9">甲<td>乙</tr></tbody><tbody><tr><td rowspan="9">丙</tr></tbody><tfoot><tr><td>丁</tr></tfoot></table>',
    [
      "table {rows=3 columns=2}",
      "table-cell {row=0 column=0 header=false} ^1 | 甲",
      "table-cell {row=0 column=1 header=false} ^1 | 乙",
      "table-cell {row=1 column=0 header=false} ^1 | 丙",
      "table-cell {row=2 column=0 header=false} ^1 | 丁",
    ],
  ],
  [
    "a cell of 0 rows reaches to the end of its group",
    '<table><tbody><tr><td rowspan="0">甲<td>乙</tr><tr><td>丙</tr><tr><td>丁</tr></tbody><tbody><tr><td>戊</tr></tbody></table>',
    [
      "table {rows=4 columns=2}",
      "table-cell {row=0 column=0 header=false} ^1 | 甲",
      "table-cell {row=0 column=1 header=false} ^1 | 乙",
      "table-cell {row=1 column=1 header=false} ^1 | 丙",
      "table-cell {row=2 column=1 header=false} ^1 | 丁",
      "table-cell {row=3 column=0 header=false} ^1 | 戊",
    ],
  ],
  [
    "a block of cells that reaches down and aside",
    '<table><tr><td>甲<td rowspan="2" colspan="2">乙<td>丙</tr><tr><td>丁<td>戊</tr></table>',
    [
      "table {rows=2 columns=4}",
      "table-cell {row=0 column=0 header=false} ^1 | 甲",
      "table-cell {row=0 column=1 header=false} ^1 | 乙",
      "table-cell {row=0 column=3 header=false} ^1 | 丙",
      "table-cell {row=1 column=0 header=false} ^1 | 丁",
      "table-cell {row=1 column=3 header=false} ^1 | 戊",
    ],
  ],
  ["a divider", "<p>甲</p><hr><p>乙</p>", ["paragraph | 甲", "divider", "paragraph | 乙"]],
  [
    "an answer of breaks: two split, one breaks",
    "甲一<br>甲二<br><br>乙<br> <br>\n<br>丙",
    ["paragraph | 甲一↵甲二", "paragraph | 乙", "paragraph | 丙"],
  ],
  [
    "a paragraph without pid splits too, one with pid stays whole",
    '<p>甲<br><br>乙</p><p data-pid="p1">丙<br><br>丁</p>',
    ["paragraph | 甲", "paragraph | 乙", "paragraph #p1 | 丙↵↵丁"],
  ],
  ["loose text", "甲<p>乙</p>丙", ["paragraph | 甲", "paragraph | 乙", "paragraph | 丙"]],
  [
    "loose text with marks between blocks",
    "<div>甲<b>乙</b></div><div>丙</div>",
    ["paragraph | 甲[bold:乙]", "paragraph | 丙"],
  ],
  ["a dated update is text", "<p>3月8日update：补充。</p>", ["paragraph | 3月8日update：补充。"]],
  [
    "pids that differ in case, begin with a hyphen, a digit or an underscore",
    '<p data-pid="-aB">甲</p><p data-pid="-Ab">乙</p><p data-pid="_9">丙</p><p data-pid="8x">丁</p>',
    ["paragraph #-aB | 甲", "paragraph #-Ab | 乙", "paragraph #_9 | 丙", "paragraph #8x | 丁"],
  ],
  [
    "a repeated pid stays with the first",
    '<p data-pid="p1">甲</p><p data-pid="p1">乙</p>',
    ["paragraph #p1 | 甲", "paragraph | 乙", "! duplicate-pid ×1"],
  ],
  [
    "an impossible pid is left out",
    '<p data-pid="a b">甲</p><p data-pid="">乙</p>',
    ["paragraph | 甲", "paragraph | 乙", "! pid-refused ×1"],
  ],
  [
    "tags that never close",
    "<p>甲<p>乙<ul><li>丙<li>丁",
    [
      "paragraph | 甲",
      "paragraph | 乙",
      "list {ordered=false start=1}",
      "list-item {depth=0 ordinal=null} ^3 | 丙",
      "list-item {depth=0 ordinal=null} ^3 | 丁",
    ],
  ],
  ["closing tags without opening ones", "</p></div></ul>甲</p>乙</blockquote>", ["paragraph | 甲乙"]],
  [
    "an unclosed mark does not swallow the next paragraph",
    "<p><b>甲<p>乙",
    ["paragraph | 甲", "paragraph | 乙"],
  ],
  [
    "an unknown element gives its text",
    "<p>甲<blink>乙</blink></p>",
    ["paragraph | 甲乙", "! element-unknown ×1"],
  ],
])("blocks: %s", (_name, body, expected) => {
  expect(outlineBody(body)).toEqual(expected);
});
