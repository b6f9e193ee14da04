"use client";
import { useSyncExternalStore } from "react";

/** What is printed on the same keys of an Apple keyboard. */
const appleKeys: Readonly<Record<string, string>> = { Ctrl: "⌘", Alt: "⌥", Shift: "⇧" };

const subscribeNever = () => () => {};
const isApple = () => /mac|iphone|ipad/i.test(navigator.platform);

export type KbdProps = {
  readonly children: string;
  /** It stands beside what can also be pressed: where there are only fingers, it is left out. */
  readonly isHint?: boolean;
};

/** Keys as they are printed on this reader's keyboard: "Ctrl K" is "⌘ K" on a Mac. */
export function Kbd({ children, isHint }: KbdProps) {
  const onApple = useSyncExternalStore(subscribeNever, isApple, () => false);
  return (
    <kbd
      className={`rounded-sm border border-line border-b-2 bg-raised px-1.5 font-medium font-ui text-[11px] text-muted ${isHint ? "not-any-pointer-fine:hidden" : ""}`}
    >
      {onApple ? children.replace(/Ctrl|Alt|Shift/g, (key) => appleKeys[key] ?? key) : children}
    </kbd>
  );
}
