import { expect, test } from "vitest";
import type { Block } from "#core/articles/blocks.ts";
import { buildRows } from "./build-rows.ts";

const base = { pid: null, parent: null, segment: null };

test("rows follow the reading order and know the containers around them", () => {
  const blocks: Block[] = [
    { ...base, kind: "paragraph", attributes: {} },
    { ...base, kind: "divider", attributes: {} },
    { ...base, kind: "list", attributes: { ordered: true, start: 1 } },
    { ...base, kind: "list-item", parent: 2, attributes: { depth: 0, ordinal: 1 } },
    { ...base, kind: "quote", attributes: { depth: 0 } },
    { ...base, kind: "paragraph", parent: 4, attributes: {} },
  ];
  const segments = [
    { id: "title", block: null },
    { id: "one", block: 0 },
    { id: "item", block: 3 },
    { id: "quoted", block: 5 },
  ];
  expect(buildRows(blocks, segments).map((row) => [row.key, row.quoteDepth, row.listDepth])).toEqual([
    ["title", 0, 0],
    ["one", 0, 0],
    ["block-1", 0, 0],
    ["item", 0, 1],
    ["quoted", 1, 0],
  ]);
});
