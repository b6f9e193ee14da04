/** A whole article as lines that a person can check: for tests. */
import type { Block } from "../articles/blocks.ts";
import type { Inline } from "../articles/inline.ts";
import type { ParsedArticle } from "./parsed-article.ts";
import { readZhihuFile } from "./read-article.ts";

/** Reads a body and outlines it. A first paragraph keeps bodies without Chinese text readable; it is left out of the lines. */
export function outlineBody(body: string): string[] {
  const bytes = new TextEncoder().encode(`<body><p>引子</p>${body}</body>`);
  return outline(readZhihuFile(bytes)).slice(1);
}

/** Lines `kind {attributes} #pid ^parent | text`; then `! code ×count` for each warning. Indexes count from 0. */
export function outline(article: ParsedArticle): string[] {
  const title = article.title === null ? [] : [`title | ${article.title}`];
  const blocks = article.blocks.map((block) => {
    const content = block.segment === null ? null : article.segments[block.segment]?.content;
    const parts = [
      block.kind,
      renderAttributes(block),
      block.pid === null ? "" : `#${block.pid}`,
      block.parent === null ? "" : `^${block.parent}`,
      content ? `| ${content.map(renderInline).join("")}` : "",
    ];
    return parts.filter((part) => part !== "").join(" ");
  });
  return [...title, ...blocks, ...article.warnings.map(({ code, count }) => `! ${code} ×${count}`)];
}

function renderAttributes(block: Block): string {
  const values = Object.entries(block.attributes).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return values.length === 0 ? "" : `{${values.join(" ")}}`;
}

function renderInline(inline: Inline): string {
  switch (inline.type) {
    case "text": {
      const marked = inline.marks ? `[${inline.marks.join("+")}:${inline.text}]` : inline.text;
      return inline.href ? `${marked}→<${inline.href}>` : marked;
    }
    case "break":
      return "↵";
    case "formula":
      return `⟦${inline.id}=${inline.tex}⟧`;
    case "footnote":
      return `⟦${inline.id}=${inline.number}⟧`;
    case "mention":
      return `⟦${inline.id}=${inline.name}⟧`;
    case "image":
      return `⟦${inline.id}=${inline.alt} ${inline.src}⟧`;
  }
}
