import { expect, test } from "vitest";
import { outlineBody } from "./fixture-outline.ts";

test.each([
  [
    "a card with a title, glued to the paragraph before",
    '<p data-pid="p1">参见：</p><a href="https://www.zhihu.com/question/1" data-draft-type="link-card" class="internal">桥是怎样造的？</a>',
    [
      "paragraph #p1 | 参见：",
      'link-card {href="https://www.zhihu.com/question/1" host="www.zhihu.com"} | 桥是怎样造的？',
    ],
  ],
  [
    "a card with an image",
    '<a href="https://example.com/a" data-draft-type="link-card" data-image="https://pic1.zhimg.com/x.jpg" data-image-width="10">题</a>',
    ['link-card {href="https://example.com/a" host="example.com"} | 题'],
  ],
  [
    "a card whose text is its address",
    '<a href="https://example.com/a" data-draft-type="link-card">https://example.com/a</a>',
    ['link-card {href="https://example.com/a" host="example.com"}'],
  ],
  [
    "a card whose text is its address without a scheme",
    '<a href="https://www.example.com/a" data-draft-type="link-card">Example.com/a…</a>',
    ['link-card {href="https://www.example.com/a" host="www.example.com"}'],
  ],
  ...["Node.js", "Vue.js", "ASP.NET"].map((name): [string, string, string[]] => [
    `a card of a name with a dot: ${name}`,
    `<a href="https://nodejs.org/" data-draft-type="link-card">${name}</a>`,
    [`link-card {href="https://nodejs.org/" host="nodejs.org"} | ${name}`],
  ]),
  [
    "a card whose address is cut into spans",
    '<a href="https://link.zhihu.com/?target=https%3A//example.com/long/path" data-draft-type="link-card"><span class="invisible">https://</span><span class="visible">example.com/lo</span><span class="ellipsis"></span></a>',
    ['link-card {href="https://example.com/long/path" host="example.com"}'],
  ],
  [
    "a card inside a paragraph",
    '<p data-pid="p1">前<a href="https://example.com/" data-draft-type="link-card">题</a>后</p>',
    [
      "paragraph #p1 | 前",
      'link-card {href="https://example.com/" host="example.com"} | 题',
      "paragraph | 后",
    ],
  ],
  [
    "a card whose address is refused",
    '<a href="javascript:alert(1)" data-draft-type="link-card">题</a>',
    ["link-card {href=null host=null} | 题", "! link-refused ×1"],
  ],
  [
    "an advertisement",
    '<p>甲</p><a data-draft-type="mcn-link-card" data-mcn-id="1">买<b>我</b></a>',
    ["paragraph | 甲", "! ad-dropped ×1"],
  ],
  [
    "a file",
    '<a data-draft-type="file-link-card" href="https://example.com/f.pdf">讲义.pdf</a><p>甲</p>',
    ["paragraph | 讲义.pdf", "paragraph | 甲"],
  ],
  [
    "a video box: title once, no bare address",
    '<a class="video-box" href="https://link.zhihu.com/?target=https%3A//www.zhihu.com/video/9" data-lens-id="9" data-name="造桥" data-poster="https://pic1.zhimg.com/p.jpg"><img class="thumbnail" src="https://pic1.zhimg.com/p.jpg"><span class="content"><span class="title">造桥</span><span class="url">https://www.zhihu.com/video/9</span></span></a>',
    ['video {href="https://www.zhihu.com/video/9" host="www.zhihu.com"} | 造桥'],
  ],
  [
    "a video box named only inside",
    '<a class="video-box" href="https://www.zhihu.com/video/9" data-name=""><span class="title">修路</span><span class="url">x</span></a>',
    ['video {href="https://www.zhihu.com/video/9" host="www.zhihu.com"} | 修路'],
  ],
  [
    "a video box of a name with a dot, and one of its address",
    '<a class="video-box" href="https://www.zhihu.com/video/9" data-name="Node.js"></a><a class="video-box" href="https://www.zhihu.com/video/9" data-name="zhihu.com/video/9"></a>',
    [
      'video {href="https://www.zhihu.com/video/9" host="www.zhihu.com"} | Node.js',
      'video {href="https://www.zhihu.com/video/9" host="www.zhihu.com"}',
    ],
  ],
  [
    "a plain video",
    '<video poster="x"><source src="https://v.example.com/a.mp4">你的浏览器不支持</video>',
    ['video {href="https://v.example.com/a.mp4" host="v.example.com"}'],
  ],
  [
    "an embedded page",
    '<iframe src="https://player.example.com/1" title="纪录片"></iframe>',
    ['video {href="https://player.example.com/1" host="player.example.com"} | 纪录片'],
  ],
  ["an embedded page without address", '<iframe srcdoc="<p>甲</p>"></iframe>', ["! element-dropped ×1"]],
  [
    "a mention keeps the name only",
    '<p>谢<a class="member_mention" href="/people/0f" data-hash="0f" data-hovercard="p$b$0f">@林 某</a>邀</p>',
    ["paragraph | 谢⟦m1=@林 某⟧邀"],
  ],
  [
    "a mention, a note or a formula begins a paragraph behind a blank line",
    '第一段。<br><br><a class="member_mention">@张三</a> 说得对。<br><br><sup data-draft-type="reference" data-text="注">[1]</sup>后<br><br><span data-tex="x"></span>起',
    [
      "paragraph | 第一段。",
      "paragraph | ⟦m1=@张三⟧ 说得对。",
      "paragraph | ⟦n1=1⟧后",
      "paragraph | ⟦f1=x⟧起",
      "footnote {number=1 href=null} | 注",
    ],
  ],
  [
    "links",
    '<p><a class="hash_tag" href="https://www.zhihu.com/topic/1">#桥#</a><a class="wrap external" href="http://example.com/?a=1&amp;b=2">例</a></p>',
    ["paragraph | #桥#→<https://www.zhihu.com/topic/1>例→<http://example.com/?a=1&b=2>"],
  ],
  [
    "a redirect is decoded once",
    '<p>看<a href="https://link.zhihu.com/?target=https%3A//example.com/%25E6%2525">此</a></p>',
    ["paragraph | 看此→<https://example.com/%E6%25>"],
  ],
  [
    "an address cut into spans shows the address",
    '<p>看<a href="https://example.com/a/b"><span class="invisible">https://</span><span class="visible">example.com/a</span><span class="invisible">/b</span><span class="ellipsis"></span></a></p>',
    ["paragraph | 看https://example.com/a/b→<https://example.com/a/b>"],
  ],
  [
    "a refused address cut into spans keeps its text",
    '<p>看<a href="ftp://example.com/a"><span class="invisible">ftp://</span><span class="visible">example.com/a</span></a></p>',
    ["paragraph | 看ftp://example.com/a", "! link-refused ×1"],
  ],
  [
    "reference notes come last, equal ones once",
    '<p>甲<sup data-text="桥梁史 &lt;卷一&gt;" data-url="https://example.com/1" data-draft-type="reference" data-numero="1">[1]</sup>乙<sup data-text="" data-url="https://example.com/2" data-draft-type="reference" data-numero="2">[2]</sup>丙<sup data-text="桥梁史 &lt;卷一&gt;" data-url="https://example.com/1" data-draft-type="reference" data-numero="1">[1]</sup></p><p>丁</p>',
    [
      "paragraph | 甲⟦n1=1⟧乙⟦n2=2⟧丙⟦n3=1⟧",
      "paragraph | 丁",
      'footnote {number=1 href="https://example.com/1"} | 桥梁史 <卷一>',
      'footnote {number=2 href="https://example.com/2"}',
    ],
  ],
  [
    "notes that share a number, and one without any",
    '<p>甲<sup data-text="一" data-draft-type="reference" data-numero="1">[1]</sup><sup data-text="二" data-draft-type="reference" data-numero="1">[1]</sup><sup data-text="三" data-draft-type="reference">[?]</sup></p>',
    [
      "paragraph | 甲⟦n1=1⟧⟦n2=2⟧⟦n3=3⟧",
      "footnote {number=1 href=null} | 一",
      "footnote {number=2 href=null} | 二",
      "footnote {number=3 href=null} | 三",
      "! footnote-renumbered ×1",
    ],
  ],
  ["a note typed by hand is text", "<p>见[1]与[2]</p>", ["paragraph | 见[1]与[2]"]],
])("links, cards and references: %s", (_name, body, expected) => {
  expect(outlineBody(body)).toEqual(expected);
});
