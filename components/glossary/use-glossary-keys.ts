import { useEffect, useEffectEvent } from "react";

export type GlossaryKeys = {
  /** True while a dialog has the keys. */
  readonly isOff: boolean;
  readonly search: () => void;
  readonly add: () => void;
  readonly approve: () => void;
  readonly reject: () => void;
  readonly edit: () => void;
};

/** Single keys of the glossary: never while somebody types, and never with a modifier. */
export function useGlossaryKeys(keys: GlossaryKeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (keys.isOff || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLElement && event.target.matches("input, textarea, [role^=menu]")) return;
    const run = findCommand(keys, event);
    if (!run) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}

/** Letters by their place on the keyboard, so that they work in every layout. */
function findCommand(keys: GlossaryKeys, event: KeyboardEvent): (() => void) | null {
  if (event.key === "/") return keys.search;
  const byCode: Partial<Record<string, () => void>> = {
    KeyN: keys.add,
    KeyA: keys.approve,
    KeyR: keys.reject,
    KeyE: keys.edit,
  };
  return byCode[event.code] ?? null;
}
