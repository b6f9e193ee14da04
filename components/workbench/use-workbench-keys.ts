"use client";
import { useEffect, useRef } from "react";
import { findKey, type KeyHit, type KeyId } from "#client/keys/key-map.ts";

const fieldKeys: readonly KeyId[] = ["undo", "redo", "leave"];

/** Runs `handle` for each key of the workbench; it says by true that it has taken the key. */
export function useWorkbenchKeys(handle: (hit: KeyHit) => boolean): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const hit = findKey(event);
      // An open dialog keeps its keys (the card of a term is none), and a plain field its own undo and its own way out.
      if (!hit || isInDialog(event.target)) return;
      if (fieldKeys.includes(hit.id) && isPlainField(event.target)) return;
      // The find bar closes itself, whichever of its buttons one stands on.
      if (hit.id === "leave" && event.target instanceof Element && event.target.closest("search")) return;
      if (!latest.current(hit)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Before the editor, whose own keymap must not see what is ours.
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, []);
}

function isInDialog(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest("[role=dialog]:not([data-term-card]), [role=menu]") !== null
  );
}

function isPlainField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
