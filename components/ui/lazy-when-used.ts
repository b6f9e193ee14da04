/**
 * Parts of a screen that no page opens with. Their code comes when somebody first does something on the page: whoever
 * only reads does not pay for it, and whoever works has it before it is asked for, but for what the very first touch opens.
 */
import {
  type ComponentType,
  createElement,
  type ReactNode,
  useEffect,
  useState,
  useSyncExternalStore,
} from "react";
import { LazyCode } from "#client/lazy-code.ts";
import { whenIdle } from "#client/when-idle.ts";

/**
 * A component whose code `load` fetches: when the page is used, or earlier when it is needed. It shows nothing until its
 * code is there.
 */
export function lazyWhenUsed<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): (props: Props) => ReactNode {
  const code = new LazyCode(load);
  whenUsed(() => code.want());
  return (props) => createElement(LazyPart<Props>, { code, given: props });
}

function LazyPart<Props extends object>({
  code,
  given,
}: {
  readonly code: LazyCode<ComponentType<Props>>;
  readonly given: Props;
}): ReactNode {
  const Part = useLazyCode(code);
  useEffect(() => code.want(), [code]);
  return Part && createElement(Part, given);
}

/** The code as soon as it is there; asks for nothing by itself. */
export function useLazyCode<Code>(code: LazyCode<Code>): Code | null {
  return useSyncExternalStore(code.subscribe, code.get, () => null);
}

/** False until the page is used. */
export function useIsUsed(): boolean {
  const [isUsed, setUsed] = useState(false);
  useEffect(() => whenUsed(() => setUsed(true)), []);
  return isUsed;
}

const signsOfUse = [
  ...["pointermove", "pointerdown", "touchstart", "wheel", "keydown", "dragenter"],
  // What assistive technology may send alone.
  ...["click", "focusin"],
];

const use = Promise.withResolvers<void>();
let isWatching = false;

/** Runs `work` soon after somebody first moves, points, scrolls or types on this page; in the browser only. */
export function whenUsed(work: () => void): void {
  if (typeof window === "undefined") return;
  watchForUse();
  use.promise.then(() => whenIdle(work, 1500));
}

function watchForUse(): void {
  if (isWatching) return;
  isWatching = true;
  const ended = new AbortController();
  const note = () => {
    use.resolve();
    ended.abort();
  };
  for (const sign of signsOfUse)
    window.addEventListener(sign, note, { capture: true, passive: true, signal: ended.signal });
}
