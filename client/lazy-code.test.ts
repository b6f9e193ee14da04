import { expect, test, vi } from "vitest";
import { LazyCode } from "./lazy-code.ts";

test("code is fetched when it is first wanted, once, and told to who waits", async () => {
  const fetch = vi.fn(async () => "code");
  const code = new LazyCode(fetch);
  const arrived = vi.fn();
  code.subscribe(arrived);
  expect([fetch.mock.calls.length, code.get()]).toEqual([0, null]);
  code.want();
  code.want();
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledOnce());
  expect([fetch.mock.calls.length, code.get()]).toEqual([1, "code"]);
});

test("code that could not be had is asked for again until it is there", async () => {
  vi.useFakeTimers();
  let fails = 2;
  const code = new LazyCode(async () => {
    fails -= 1;
    if (fails >= 0) throw new Error("no network");
    return "code";
  });
  code.want();
  await vi.advanceTimersByTimeAsync(500);
  expect(code.get()).toBeNull();
  await vi.advanceTimersByTimeAsync(1000);
  expect(code.get()).toBe("code");
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});
