import { describe, expect, test } from "vitest";
import type { Block } from "#core/articles/blocks.ts";
import { buildRows, findOpeningRow } from "./build-rows.ts";

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
  expect(buildRows(blocks, segments).map((row) => [row.key, row.place.quoteDepth])).toEqual([
    ["title", 0],
    ["one", 0],
    ["block-1", 0],
    ["item", 0],
    ["quoted", 1],
  ]);
});

test("rows of one list, quote or table join, and rows of two do not", () => {
  const blocks: Block[] = [
    { ...base, kind: "quote", attributes: { depth: 0 } },
    { ...base, kind: "quote", attributes: { depth: 0 } },
    { ...base, kind: "quote", parent: 1, attributes: { depth: 0 } },
    { ...base, kind: "quote", parent: 1, attributes: { depth: 1 } },
  ];
  const segments = [0, 2, 3].map((block) => ({ id: `quote-${block}`, block }));
  const places = buildRows(blocks, segments).map(({ place }) => place);
  expect(places.map((place) => [place.quoteDepth, place.joinsAbove, place.joinsBelow])).toEqual([
    [1, false, false],
    [1, false, true],
    [2, true, false],
  ]);
});

test("a cell knows what heads its column, and whether its row begins with it", () => {
  const aCell = (row: number, column: number, header = false): Block => ({
    ...base,
    kind: "table-cell",
    parent: 0,
    attributes: { row, column, header },
  });
  const table: Block = { ...base, kind: "table", attributes: { rows: 3, columns: 2 } };
  // The first cell of the second row is empty and has no segment.
  const blocks = [table, aCell(0, 0, true), aCell(0, 1, true), aCell(1, 0), aCell(1, 1), aCell(2, 0, true)];
  const segments = [1, 2, 4, 5].map((block) => ({ id: `cell-${block}`, block }));
  expect(buildRows(blocks, segments).map(({ key, place }) => [key, place.cell])).toEqual([
    ["cell-1", { startsRow: true, headId: null }],
    ["cell-2", { startsRow: false, headId: null }],
    ["cell-4", { startsRow: true, headId: "cell-2" }],
    ["cell-5", { startsRow: true, headId: "cell-1" }],
  ]);
});

describe("the row at the top when an article opens", () => {
  const blocks = Array.from({ length: 8 }, (): Block => ({ ...base, kind: "paragraph", attributes: {} }));
  const segments = [{ id: "title", block: null }, ...blocks.map((_, block) => ({ id: `s${block}`, block }))];
  const rows = buildRows(blocks, segments);

  test.each([
    [null, 0],
    ["title", 0],
    ["s2", 0],
    ["s3", 3],
    ["s7", 7],
    ["gone", 0],
  ])("is, at %s, the one with index %i", (segmentId, index) => {
    expect(findOpeningRow(rows, segmentId)).toBe(index);
  });
});
