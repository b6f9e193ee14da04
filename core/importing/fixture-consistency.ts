/** What must hold for every article that any reader makes: for tests. */
import { expect } from "vitest";
import { segmentKinds } from "../articles/blocks.ts";
import { type Inline, isPlaceholder, renderPlainText } from "../articles/inline.ts";
import type { ParsedArticle } from "./parsed-article.ts";

/** Expects indexes that fit each other, text that fits its content, own pids, and plain web addresses only. */
export function expectConsistent(article: ParsedArticle): void {
  const { segments, blocks, title } = article;
  expect(segments[0]?.kind === "title").toBe(title !== null);
  segments.forEach((segment, index) => {
    expect(segmentKinds).toContain(segment.kind);
    expect(segment.text).toBe(renderPlainText(segment.content));
    expect(segment.text.trim()).not.toBe("");
    expect(segment.text.isWellFormed()).toBe(true);
    if (segment.kind === "title") expect([index, segment.block, segment.pid]).toEqual([0, null, null]);
    else expect(segment.block === null ? null : blocks[segment.block]?.segment).toBe(index);
    expectOwnIds(segment.content);
  });
  blocks.forEach((block, index) => {
    if (block.parent !== null) expect(block.parent).toBeLessThan(index);
    if (block.segment !== null)
      expect(segments[block.segment]).toMatchObject({ block: index, pid: block.pid });
  });
  const order = blocks.flatMap(({ segment }) => segment ?? []);
  expect(order).toEqual([...order].sort((a, b) => a - b));
  const pids = blocks.flatMap(({ pid }) => pid ?? []);
  expect(new Set(pids).size).toBe(pids.length);
  for (const address of listAddresses(article)) expect(address).toMatch(/^https?:\/\/[^\s@/]+(\/\S*)?$/);
}

function expectOwnIds(content: readonly Inline[]): void {
  const ids = content.filter(isPlaceholder).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
}

/** Every address in the model: links, cards, images, notes, the source. */
export function listAddresses({ segments, blocks, sourceUrl }: ParsedArticle): string[] {
  const inline = segments
    .flatMap(({ content }) => content)
    .map((each) => {
      if (each.type === "text") return each.href;
      return each.type === "image" ? each.src : null;
    });
  const own = blocks.map(({ attributes }) => {
    if ("href" in attributes) return attributes.href;
    return "src" in attributes ? attributes.src : null;
  });
  return [...inline, ...own, sourceUrl].filter((each) => typeof each === "string");
}
