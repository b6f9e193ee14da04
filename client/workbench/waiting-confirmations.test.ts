import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { WaitingConfirmations } from "./waiting-confirmations.ts";

let kept: Map<string, string>;

beforeEach(() => {
  kept = new Map();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const one = { segmentId: "a", level: "translated", targetHash: "1" } as const;
const two = { segmentId: "b", level: "approved", targetHash: "2" } as const;

test("confirmations wait over a reload, in order, one for each segment", () => {
  const waiting = new WaitingConfirmations("member", "article");
  waiting.add(one);
  waiting.add(two);
  waiting.add({ ...one, targetHash: "3" });
  const reloaded = new WaitingConfirmations("member", "article");
  expect(reloaded.list()).toEqual([two, { ...one, targetHash: "3" }]);
  reloaded.remove(two);
  reloaded.remove(one);
  expect(reloaded.list()).toEqual([{ ...one, targetHash: "3" }]);
  reloaded.remove({ ...one, targetHash: "3" });
  expect([reloaded.list(), kept.size]).toEqual([[], 0]);
});

test("another member's and another article's are apart", () => {
  new WaitingConfirmations("member", "article").add(one);
  expect(new WaitingConfirmations("other", "article").list()).toEqual([]);
  expect(new WaitingConfirmations("member", "other").list()).toEqual([]);
});

test.each([
  "not json",
  "7",
  "null",
  '[{"segmentId":7}]',
  '[{"segmentId":"a","targetHash":"1","level":"owner"}]',
])("what is no confirmation is none: %s", (text) => {
  const waiting = new WaitingConfirmations("member", "article");
  waiting.add(one);
  for (const key of kept.keys()) kept.set(key, text);
  expect(waiting.list()).toEqual([]);
  waiting.add(two);
  expect(waiting.list()).toEqual([two]);
});

test("of two windows each sends its own, and none drops the other's", () => {
  const [first, second] = [1, 2].map(() => new WaitingConfirmations("member", "article"));
  first?.add(one);
  second?.add(two);
  expect([first?.list(), second?.list()]).toEqual([[one], [two]]);
  second?.remove(two);
  expect(first?.list()).toEqual([one]);
});

test.each(["forbidden", "full"])("where storage is %s they wait as long as the page lives", (state) => {
  const refuse = () => {
    throw new DOMException("No", state === "full" ? "QuotaExceededError" : "SecurityError");
  };
  vi.stubGlobal("localStorage", {
    getItem: state === "full" ? () => null : refuse,
    setItem: refuse,
    removeItem: state === "full" ? () => undefined : refuse,
  });
  const waiting = new WaitingConfirmations("member", "article");
  waiting.add(one);
  waiting.add(two);
  expect(waiting.list()).toEqual([one, two]);
  waiting.remove(one);
  expect(waiting.list()).toEqual([two]);
  waiting.remove(two);
  expect(waiting.list()).toEqual([]);
});
