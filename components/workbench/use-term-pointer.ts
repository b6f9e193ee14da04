import { useEffect, useEffectEvent } from "react";

/** Milliseconds that the pointer rests on a term before its card opens, and is away from both before it closes. */
const openDelay = 150;
const closeDelay = 250;

type TermPointer = {
  /** The mark whose card is open by pointer, null for none and for one that was opened by key. */
  readonly shown: HTMLElement | null;
  readonly open: (mark: HTMLElement) => void;
  readonly close: () => void;
};

/** Opens the card of a term that is pointed at or tapped, and closes it when the pointer has left both. */
export function useTermPointer({ shown, open, close }: TermPointer): void {
  const onOpen = useEffectEvent(open);
  const onClose = useEffectEvent(() => shown && close());
  const isShown = useEffectEvent((mark: HTMLElement) => mark === shown);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (run: () => void, delay: number) => {
      clearTimeout(timer);
      timer = setTimeout(run, delay);
    };
    const onOver = (event: PointerEvent) => {
      // A pressed button means selecting.
      if (event.pointerType !== "mouse" || event.buttons !== 0) return;
      const mark = findMark(event.target);
      if (isInCard(event.target) || (mark && isShown(mark))) clearTimeout(timer);
      else if (mark) wait(() => onOpen(mark), openDelay);
      else wait(() => onClose(), closeDelay);
    };
    const onDown = () => clearTimeout(timer);
    const onClick = (event: MouseEvent) => {
      const mark = findMark(event.target);
      if (mark && !mark.closest("a") && window.getSelection()?.isCollapsed !== false) onOpen(mark);
    };
    document.addEventListener("pointerover", onOver);
    document.addEventListener("pointerdown", onDown);
    document.addEventListener("click", onClick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("pointerover", onOver);
      document.removeEventListener("pointerdown", onDown);
      document.removeEventListener("click", onClick);
    };
  }, []);
}

function findMark(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-term]") : null;
}

function isInCard(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("[data-term-card]") !== null;
}
