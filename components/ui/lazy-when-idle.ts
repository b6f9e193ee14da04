/** Parts of a screen that no page opens with: their code comes once the page has come to rest, so that they are there without a network too. */
import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** A component to be shown inside a `Suspense`; `load` is run when the page is idle, or earlier when it is needed. */
export function lazyWhenIdle<Props>(
  load: () => Promise<ComponentType<Props>>,
): LazyExoticComponent<ComponentType<Props>> {
  whenIdle(load);
  return lazy(async () => ({ default: await load() }));
}

/** Runs `load` once the page has come to rest; in the browser only. */
export function whenIdle(load: () => Promise<unknown>): void {
  if (typeof window === "undefined") return;
  // Without a network it is tried again by whoever needs it.
  const run = () => void load().catch(() => undefined);
  if ("requestIdleCallback" in window) window.requestIdleCallback(run, { timeout: 1500 });
  else setTimeout(run, 1000);
}
