import { expect, test } from "vitest";
import { outlineBody } from "./fixture-outline.ts";
import { readPastedText } from "./read-article.ts";

test.each([
  [
    "marks",
    "<p>甲<b>b</b><i>i</i><u>u</u><strong>s</strong><em>e</em><del>d</del><sub>2</sub><sup>3</sup></p>",
    "甲[bold:b][italic:i][underline:u][bold:s][italic:e][strike:d][subscript:2][superscript:3]",
  ],
  ["marks inside marks", "<p>甲<b>乙<i>丙</i></b></p>", "甲[bold:乙][bold+italic:丙]"],
  ["space leaves a mark", "<p>a<b> b </b>c甲</p>", "a [bold:b] c甲"],
  ["an empty mark is gone", "<p>甲<b></b>乙<b> </b>丙</p>", "甲乙 丙"],
  ["bold around all is gone", "<p><b>甲</b><b>乙</b></p>", "甲乙"],
  ["neighbours of one style are joined", "<p>甲<b>乙</b><strong>丙</strong></p>", "甲[bold:乙丙]"],
  [
    "highlights are unwrapped",
    '<p>甲<span class="highlight-wrap" data-highlight-id="1">乙</span><em class="highlight">丙</em></p>',
    "甲乙丙",
  ],
  [
    "entities are decoded once",
    "<p>甲&lt;2020&gt; &amp;lt;b&amp;gt; &#20057; &#x4E19;</p>",
    "甲<2020> &lt;b&gt; 乙 丙",
  ],
  ["an ideographic indent is layout", "<p>　　甲　乙<br>　　丙</p>", "甲　乙↵丙"],
  ["runs of spaces are one", "<p> a   b\n\t c甲 </p>", "a b c甲"],
  ["a line end between Chinese characters leaves no space", "<p>甲，\n  乙</p>", "甲，乙"],
  ["a line end between words leaves one", "<p>big\n  bridge 桥</p>", "big bridge 桥"],
  ["space around a break is gone", "<p>甲 <br>\n  乙</p>", "甲↵乙"],
  ["breaks at the edges are gone", "<p><br>甲<br></p>", "甲"],
  ["quotes stay as they are, reversed ones too", "<p>很”严肃“的</p>", "很”严肃“的"],
  ["compatibility ideographs stay", "<p>\uf900豈</p>", "\uf900豈"],
  ["composed and decomposed letters stay", "<p>café cafe\u0301 甲</p>", "café cafe\u0301 甲"],
  ["a flag of a region stays whole", "<p>甲🏴󠁧󠁢󠁳󠁣󠁴󠁿</p>", "甲🏴󠁧󠁢󠁳󠁣󠁴󠁿"],
  ["an emoji of several stays whole", "<p>甲👨‍👩‍👧👍🏽</p>", "甲👨‍👩‍👧👍🏽"],
])("inline: %s", (_name, body, expected) => {
  expect(outlineBody(body)).toEqual([`paragraph | ${expected}`]);
});

test.each([
  [
    "zero-width",
    "<p>甲\u200b乙\u200c丙\u200d丁\ufeff戊\u00ad己&ZeroWidthSpace;</p>",
    "甲乙丙丁戊己",
    "invisible-removed ×6",
  ],
  ["direction", "<p>甲\u202e乙\u2066丙\u2069\u200f</p>", "甲乙丙", "direction-removed ×4"],
  ["tag letters", "<p>甲\u{e0041}\u{e007f}乙</p>", "甲乙", "invisible-removed ×2"],
  ["control", "<p>甲\u0001乙\u0008\u009c丙</p>", "甲乙丙", "control-removed ×3"],
  ["NUL", "<p>甲\u0000乙</p>", "甲乙", "control-removed ×1"],
])("characters nobody sees are removed and counted: %s", (_name, body, text, warning) => {
  expect(outlineBody(body)).toEqual([`paragraph | ${text}`, `! ${warning}`]);
});

test("a lone surrogate becomes the replacement character", () => {
  const article = readPastedText("甲\ud800乙");
  expect(article.segments[0]?.text).toBe("甲\ufffd乙");
  expect(article.warnings).toMatchObject([{ code: "surrogate-replaced", count: 1 }]);
});
