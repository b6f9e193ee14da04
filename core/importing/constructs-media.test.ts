import { expect, test } from "vitest";
import { outlineBody } from "./fixture-outline.ts";

const pic = "https://pic1.zhimg.com/v2-a_b.jpg";
const none = "width=null height=null";

test.each([
  [
    "a figure with its caption",
    `<figure data-size="normal"><img src="${pic}?source=1940ef5c" data-original="https://pic1.zhimg.com/v2-a_r.jpg?source=1940ef5c" data-rawwidth="640" data-rawheight="480" alt="桥"><figcaption>旧桥</figcaption></figure>`,
    ['figure {src="https://pic1.zhimg.com/v2-a_r.jpg" alt="桥" width=640 height=480}', "caption ^1 | 旧桥"],
  ],
  [
    "a caption in an attribute",
    `<figure><img src="${pic}" data-caption="河 &amp; 岸"></figure>`,
    [`figure {src="${pic}" alt="" ${none}}`, "caption ^1 | 河 & 岸"],
  ],
  [
    "the caption's element wins over the attribute",
    `<figure><img src="${pic}" data-caption="旧"><figcaption>新</figcaption></figure>`,
    [`figure {src="${pic}" alt="" ${none}}`, "caption ^1 | 新"],
  ],
  ["an image outside a figure", `<img src="${pic}">`, [`figure {src="${pic}" alt="" ${none}}`]],
  [
    "an image alone in its paragraph",
    `<p data-pid="p1"><img src="${pic}" width="20" height="10"></p>`,
    [`figure {src="${pic}" alt="" width=20 height=10} #p1`],
  ],
  [
    "a caption in an attribute, outside a figure",
    `<img src="${pic}" data-caption="图一">`,
    [`figure {src="${pic}" alt="" ${none}}`, "caption ^1 | 图一"],
  ],
  [
    "captioned images alone in their paragraph",
    `<p data-pid="p1"><img src="${pic}" data-caption="图一"><br><img src="${pic}" data-caption="图二"></p>`,
    [
      `figure {src="${pic}" alt="" ${none}} #p1`,
      "caption ^1 | 图一",
      `figure {src="${pic}" alt="" ${none}}`,
      "caption ^3 | 图二",
    ],
  ],
  [
    "a captioned image in the line is named by its caption",
    `<p>看<img src="${pic}" data-caption="图一">吧</p>`,
    [`paragraph | 看⟦i1=图一 ${pic}⟧吧`],
  ],
  [
    "an image behind a blank line",
    `<p>甲<br><br><img src="${pic}"></p>`,
    ["paragraph | 甲", `figure {src="${pic}" alt="" ${none}}`],
  ],
  ["an image in the line", `<p>看<img src="${pic}" alt="笑">吧</p>`, [`paragraph | 看⟦i1=笑 ${pic}⟧吧`]],
  [
    "an image on its own line of loose text",
    `甲<br><img src="${pic}"><br>乙`,
    ["paragraph | 甲", `figure {src="${pic}" alt="" ${none}}`, "paragraph | 乙"],
  ],
  [
    "an editor's address",
    `<figure><img src="data:image/png;base64,AAAA" data-original-src="${pic}"></figure>`,
    [`figure {src="${pic}" alt="" ${none}}`],
  ],
  [
    "a lazy image: the twin is dropped, the placeholder never kept",
    `<figure><noscript><img src="${pic}"><p>双</p></noscript><img src="data:image/svg+xml;utf8,&lt;svg/&gt;" class="lazy" data-actualsrc="https://pic2.zhimg.com/v2-c.jpg"><figcaption>图</figcaption></figure>`,
    [`figure {src="https://pic2.zhimg.com/v2-c.jpg" alt="" ${none}}`, "caption ^1 | 图"],
  ],
  [
    "a lazy image whose only address is in the twin",
    `<figure><noscript><img src="${pic}"></noscript><img src="data:image/svg+xml;utf8,x" class="lazy"></figure>`,
    [`figure {src="${pic}" alt="" ${none}}`],
  ],
  [
    "a twin without its image",
    `<figure><noscript><img src="${pic}"></noscript></figure>`,
    [`figure {src="${pic}" alt="" ${none}}`],
  ],
  [
    "an image whose address is refused keeps its place",
    '<figure><img src="javascript:alert(1)"></figure>',
    [`figure {src=null alt="" ${none}}`, "! image-address-refused ×1"],
  ],
  [
    "a formula in the line, by its alternative text",
    '<p>设<img eeimg="1" src="https://www.zhihu.com/equation?tex=wrong" alt="a&lt;b \\times c">成立</p>',
    ["paragraph | 设⟦f1=a<b \\times c⟧成立"],
  ],
  [
    "a formula by its address",
    '<p>设<img eeimg="1" src="//www.zhihu.com/equation?tex=x%5E2+%2B+1&amp;preview=1" alt="[公式]">成立</p>',
    ["paragraph | 设⟦f1=x^2 + 1⟧成立"],
  ],
  [
    "a formula with a broken address",
    '<p>设<img src="https://www.zhihu.com/equation?tex=100%+x">成立</p>',
    ["paragraph | 设⟦f1=100% x⟧成立"],
  ],
  ["a formula alone", '<p data-pid="p1"><img eeimg="1" alt="E=mc^2"></p>', ['formula {tex="E=mc^2"} #p1']],
  ["a displayed formula", '<p><img eeimg="2" alt="\\sum_i x_i\\\\"></p>', ['formula {tex="\\\\sum_i x_i"}']],
  [
    "two formulas alone",
    '<p data-pid="p1"><img eeimg="2" alt="a"><br><img eeimg="2" alt="b"></p>',
    ['formula {tex="a"} #p1', 'formula {tex="b"}'],
  ],
  [
    "a displayed formula within text has a line of its own",
    '<p data-pid="p1">因<img eeimg="2" alt="a">与<br><img eeimg="1" alt="b\\\\"><br>故<img eeimg="2" alt="c"></p>',
    ["paragraph #p1 | 因↵⟦f1=a⟧↵与↵⟦f2=b⟧↵故↵⟦f3=c⟧"],
  ],
  [
    "a displayed formula of a saved page",
    '<p>因<span data-eeimg="2" data-tex="y"></span>故</p>',
    ["paragraph | 因↵⟦f1=y⟧↵故"],
  ],
  [
    "a displayed formula between blank lines",
    '甲<br><br><img eeimg="2" alt="a"><br><br>乙',
    ["paragraph | 甲", 'formula {tex="a"}', "paragraph | 乙"],
  ],
  [
    "a formula of a saved page",
    '<p>因<span class="ztext-math" data-eeimg="1" data-tex="y_1"><span>y1</span></span>故</p>',
    ["paragraph | 因⟦f1=y_1⟧故"],
  ],
  [
    "code, white space kept, colour spans gone",
    '<div class="highlight"><pre><code class="language-python"><span class="k">if</span> a &lt; b:\n    run()\n</code></pre></div>',
    ['code {language="python" text="if a < b:\\n    run()"}'],
  ],
  [
    "code that names its language by an attribute",
    '<code lang="text">a\n  b</code>',
    ['code {language="text" text="a\\n  b"}'],
  ],
  ["preformatted text with breaks", '<pre lang="r">x<br>y</pre>', ['code {language="r" text="x\\ny"}']],
  ["code in the line", "<p>用<code>ls  -l</code>看</p>", ["paragraph | 用[code:ls -l]看"]],
  ["code loose in the line", '<code class="inline">ls</code>列表', ["paragraph | [code:ls]列表"]],
  [
    "code hidden in a table of one cell",
    "<table><tr><td>int main() {<br>&nbsp;&nbsp;return 0;<br>}</td></tr></table>",
    ['code {language=null text="int main() {\\n  return 0;\\n}"}', "! code-from-table ×1"],
  ],
  [
    "a table of one cell with text stays a table",
    "<table><tr><td>这是一段话。<br>这是另一段（话）。</td></tr></table>",
    [
      "table {rows=1 columns=1}",
      "table-cell {row=0 column=0 header=false} ^1 | 这是一段话。↵这是另一段（话）。",
    ],
  ],
])("images, formulas and code: %s", (_name, body, expected) => {
  expect(outlineBody(body)).toEqual(expected);
});
