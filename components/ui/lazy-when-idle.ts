/** Parts of a screen that no page opens with: their code comes once the page has come to rest, so that they are there without a network too. */
import { type ComponentType, createElement, type ReactNode, useEffect, useState } from "react";

type Source<Props> = {
  loaded: ComponentType<Props> | null;
  readonly load: () => Promise<ComponentType<Props>>;
};

/**
 * A component whose code `load` fetches: when the page is idle, or earlier when it is needed. It shows nothing until its
 * code is there; when the code cannot be had, it shows nothing, and asks again the next time it is mounted.
 */
export function lazyWhenIdle<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  const source: Source<Props> = {
    loaded: null,
    load: async () => {
      source.loaded ??= await load();
      return source.loaded;
    },
  };
  whenIdle(source.load);
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

/** Runs `load` once the page has come to rest, in the browser only; when it fails, again with the network's return. */
export function whenIdle(load: () => Promise<unknown>): void {
  if (typeof window === "undefined") return;
  const run = () => void load().catch(() => window.addEventListener("online", run, { once: true }));
  if ("requestIdleCallback" in window) window.requestIdleCallback(run, { timeout: 1500 });
  else setTimeout(run, 1000);
}
