import { expect, test } from "vitest";
import { finishSteps } from "../steps.ts";
import { sortByUse } from "./order.ts";

test("the most used come first, equals as they were given", () => {
  const items = [
    { name: "a", use: 2 },
    { name: "b", use: 14 },
    { name: "c", use: 2 },
    { name: "d", use: 0 },
  ];
  const sorted = finishSteps(sortByUse(items, ({ use }) => use));
  expect(sorted.map(({ name }) => name)).toEqual(["b", "a", "c", "d"]);
});
