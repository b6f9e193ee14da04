import { useEffect, useEffectEvent } from "react";
import { findKey, type GlossaryKey } from "#components/glossary/glossary-keys.ts";

/** What is typed into, and what has arrows of its own. */
const busy = "input, textarea, select, [role^=menu], [role=dialog] *";

/** Single keys of the glossary: never while somebody types or a dialog is open, and never with a modifier. */
export function useGlossaryKeys(isOff: boolean, commands: Readonly<Record<GlossaryKey, () => void>>): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (isOff || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLElement && event.target.matches(busy)) return;
    const id = findKey(event);
    if (!id) return;
    event.preventDefault();
    commands[id]();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listener);
    return () => document.removeEventListener("keydown", listener);
  }, []);
}
