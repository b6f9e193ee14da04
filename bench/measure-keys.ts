/** What a key costs the page: the work of its main thread, from the key to the next one, by the browser's own trace. */
import type { Browser, Page } from "@playwright/test";

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly args?: { readonly data?: { readonly type?: string } };
};

/**
 * Types into the focused text and returns, for each key, the milliseconds of all tasks of the main thread until the
 * next key: script, style, layout and painting, without what the browser's other processes do.
 */
export async function measureKeys(browser: Browser, page: Page, keys: number): Promise<number[]> {
  await browser.startTracing(page, {
    categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"],
  });
  for (let index = 0; index < keys; index += 1) await page.keyboard.type("x");
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return sumPerKey(trace.traceEvents);
}

function sumPerKey(events: readonly TraceEvent[]): number[] {
  const presses = events.filter(
    ({ name, args }) => name === "EventDispatch" && args?.data?.type === "keydown",
  );
  const [first] = presses;
  if (!first) throw new Error("the trace holds no key");
  const tasks = events
    .filter(({ name, ph, pid, tid }) => {
      return name === "RunTask" && ph === "X" && pid === first.pid && tid === first.tid;
    })
    .map(({ ts, dur = 0 }) => ({ from: ts, to: ts + dur }))
    .sort((a, b) => a.from - b.from);
  const starts = presses
    .map(({ ts }) => tasks.findLast(({ from, to }) => from <= ts && to >= ts)?.from ?? ts)
    .sort((a, b) => a - b);
  // After the last key there is no next one to end at.
  return starts.slice(0, -1).map((start, index) => {
    const end = starts[index + 1] ?? start;
    const own = tasks.filter(({ from }) => from >= start && from < end);
    return own.reduce((sum, { from, to }) => sum + to - from, 0) / 1000;
  });
}
