"use client";
import { useSyncExternalStore } from "react";

/** What is printed on the same keys of an Apple keyboard. */
const appleKeys: Readonly<Record<string, string>> = { Ctrl: "⌘", Alt: "⌥", Shift: "⇧" };

const subscribeNever = () => () => {};
const isApple = () => /mac|iphone|ipad/i.test(navigator.platform);

/** Keys as they are printed on this reader's keyboard: "Ctrl K" is "⌘ K" on a Mac. */
export function Kbd({ children }: { readonly children: string }) {
  const onApple = useSyncExternalStore(subscribeNever, isApple, () => false);
  return (
    <kbd className="rounded-sm border border-line border-b-2 bg-raised px-1.5 font-medium font-ui text-[11px] text-muted">
      {onApple ? children.replace(/Ctrl|Alt|Shift/g, (key) => appleKeys[key] ?? key) : children}
    </kbd>
  );
}
