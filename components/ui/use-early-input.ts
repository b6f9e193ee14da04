import { type RefObject, useEffect, useEffectEvent } from "react";

/** Takes what was typed into a field before its page was alive: React leaves it there, and tells nobody. */
export function useEarlyInput(
  field: RefObject<HTMLInputElement | null>,
  value: string,
  take: (typed: string) => void,
): void {
  const takeOver = useEffectEvent(() => {
    const typed = field.current?.value ?? value;
    if (typed !== value) take(typed);
  });
  useEffect(() => takeOver(), []);
}
