import fc from "fast-check";
import { expect, test } from "vitest";
import { sortInSteps } from "./sort-in-steps.ts";
import { finishSteps } from "./steps.ts";

test("agrees with the built-in stable sort", () => {
  const item = fc.record({ key: fc.nat({ max: 50 }), name: fc.nat() });
  fc.assert(
    fc.property(fc.array(item, { maxLength: 5000, size: "max" }), (items) => {
      const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
      expect(finishSteps(sortInSteps(items, compare))).toEqual(items.toSorted(compare));
    }),
    { numRuns: 30 },
  );
});
