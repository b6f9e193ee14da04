import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { RowHeights } from "#client/workbench/row-heights.ts";

const anyHeights = fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 70 });
const anyChanges = fc.array(fc.tuple(fc.nat(80), fc.integer({ min: 1, max: 900 })), { maxLength: 40 });

describe("row heights", () => {
  test("begin with the estimates", () => {
    const heights = new RowHeights([10, 20, 30]);
    expect([0, 1, 2, 3].map((index) => heights.getStart(index))).toEqual([0, 10, 30, 60]);
    expect([-5, 0, 9, 10, 29, 30, 59, 60, 1000].map((pixel) => heights.findRow(pixel))).toEqual([
      0, 0, 0, 1, 1, 2, 2, 2, 2,
    ]);
  });

  test("a list without rows has no height", () => {
    const heights = new RowHeights([]);
    heights.setHeight(0, 5);
    expect([heights.count, heights.getStart(0), heights.findRow(3)]).toEqual([0, 0, 0]);
  });

  test("are what adding up says, whatever is measured", () => {
    fc.assert(
      fc.property(
        anyHeights,
        anyChanges,
        fc.integer({ min: -100, max: 70_000 }),
        (estimates, changes, pixel) => {
          const heights = new RowHeights(estimates);
          const plain = [...estimates];
          for (const [index, height] of changes) {
            heights.setHeight(index, height);
            if (index < plain.length) plain[index] = height;
          }
          const starts = plain.map((_, index) =>
            plain.slice(0, index).reduce((sum, height) => sum + height, 0),
          );
          const row = Math.max(
            0,
            starts.findLastIndex((start) => start <= pixel),
          );
          expect(plain.map((_, index) => heights.getStart(index))).toEqual(starts);
          expect(heights.findRow(pixel)).toBe(row);
        },
      ),
    );
  });
});
