/**
 * Parts of a screen that no page opens with. Their code comes when somebody first does something on the page: whoever
 * only reads does not pay for it, and whoever works has all of it before it is asked for, without a network too.
 */
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";

type Source<Props> = {
  loaded: ComponentType<Props> | null;
  readonly load: () => Promise<ComponentType<Props>>;
};

/**
 * A component whose code `load` fetches: when the page is used, or earlier when it is needed. It shows nothing until its
 * code is there; when the code cannot be had, it shows nothing, and asks again the next time it is mounted.
 */
export function lazyWhenUsed<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  const source: Source<Props> = {
    loaded: null,
    load: async () => {
      source.loaded ??= await load();
      return source.loaded;
    },
  };
  whenUsed(source.load);
  return (props) => createElement(LazyPart<Props>, { source, given: props });
}

function LazyPart<Props extends object>({
  source,
  given,
}: {
  source: Source<Props>;
  given: Props;
}): ReactNode {
  const [Part, setPart] = useState(() => source.loaded);
  useEffect(() => {
    if (Part) return;
    source.load().then(
      (part) => setPart(() => part),
      // Without a network there is nothing to show: the page itself stays as it is.
      () => undefined,
    );
  }, [Part, source]);
  return Part && createElement(Part, given);
}

/** Runs `load` soon after the page is first used, in the browser only; when it fails, again with the network's return. */
export function whenUsed(load: () => Promise<unknown>): void {
  if (typeof window === "undefined") return;
  const run = () => void load().catch(() => window.addEventListener("online", run, { once: true }));
  waitForUse().then(() => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(run, { timeout: 1500 });
    else setTimeout(run, 1000);
  });
}

const signsOfUse = ["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "dragenter"] as const;

const use = Promise.withResolvers<void>();
let isWatching = false;

/** Settles when a person first moves, points, scrolls or types on this page. */
function waitForUse(): Promise<void> {
  if (isWatching) return use.promise;
  isWatching = true;
  const ended = new AbortController();
  use.promise.then(() => ended.abort());
  for (const sign of signsOfUse)
    window.addEventListener(sign, noteUse, { capture: true, passive: true, signal: ended.signal });
  return use.promise;
}

/** Says that the page is used, where that is known before the first sign: an editor is open in it. */
export function noteUse(): void {
  use.resolve();
}
