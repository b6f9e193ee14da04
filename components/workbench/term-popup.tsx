"use client";
import { type RefObject, useImperativeHandle, useRef } from "react";
import { lazyWhenUsed } from "#components/ui/lazy-when-used.ts";
import { useShownTerm } from "#components/workbench/use-shown-term.ts";

const TermWindow = lazyWhenUsed(
  async () => (await import("#components/workbench/term-window.tsx")).TermWindow,
);

export type TermPopupHandle = {
  /** Opens the card of the active segment's next term; false when it has none. */
  readonly showNext: () => boolean;
  /** True when there was a card to close. */
  readonly close: () => boolean;
};

/** The card of one term over the text: by pointer, by tap, or by key from term to term. */
export function TermPopup({ handleRef }: { readonly handleRef: RefObject<TermPopupHandle | null> }) {
  const { shown, isOpen, close, showNext } = useShownTerm();
  /** What had the focus before a card opened by key took it. */
  const before = useRef<Element | null>(null);
  useImperativeHandle(handleRef, () => ({
    showNext: () => {
      const { activeElement } = document;
      if (!activeElement?.closest("[data-term-card]")) before.current = activeElement;
      return showNext();
    },
    close: () => {
      close();
      return isOpen;
    },
  }));
  return shown && <TermWindow shown={shown} isOpen={isOpen} onClose={close} before={before} />;
}
