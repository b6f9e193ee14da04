import { afterEach, expect, test, vi } from "vitest";
import { buildAllowance, spend } from "./allowance.ts";

afterEach(() => {
  vi.useRealTimers();
});

test("what is saved up is spent, and comes back with the time", async () => {
  const rate = { perSecond: 100, burst: 3 };
  const allowance = buildAllowance(rate);
  expect(Array.from({ length: 4 }, () => spend(allowance, { ...rate, perSecond: 0 }))).toEqual([
    true,
    true,
    true,
    false,
  ]);
  await expect.poll(() => spend(allowance, rate)).toBe(true);
});

test("a clock that is set back locks nobody out", () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const rate = { perSecond: 1, burst: 10 };
  const allowance = buildAllowance(rate);
  vi.setSystemTime(Date.now() - 3_600_000);
  expect(spend(allowance, rate)).toBe(true);
});
