"use client";
import { type RefObject, useEffect, useRef } from "react";
import type { EarlyWords } from "#components/editor/early-words.ts";
import { isElsewhere } from "#components/ui/focus.ts";

/** Milliseconds without a key after which early words go into the text: code that cannot be had may take long. */
const earlyPause = 1000;

export type EarlyTextProps = {
  readonly boxRef: RefObject<HTMLTextAreaElement | null>;
  readonly words: EarlyWords;
  /** What had the focus when the writer came. */
  readonly from: Element | null;
  readonly label: string | undefined;
  /** Id of what is read with it. */
  readonly source: string | undefined;
  readonly look: string | undefined;
  /** Gets all that was typed; false when it is too much, and the box goes back to what was taken last. */
  readonly onWords: (typed: string) => boolean;
  readonly onFull: () => void;
  readonly onPause: () => void;
};

/** Holds the focus until the editor's code is there, so that nothing typed meanwhile is lost, and no key scrolls the list. */
export function EarlyText(props: EarlyTextProps) {
  const { boxRef, words, from, label, source, look, onWords, onFull, onPause } = props;
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const start = useRef(from);
  useEffect(() => {
    if (!isElsewhere(start.current)) boxRef.current?.focus({ preventScroll: true });
  }, [boxRef]);
  useEffect(() => () => clearTimeout(pause.current), []);
  const waitForPause = () => {
    pause.current = setTimeout(onPause, earlyPause);
  };
  const takeAll = (box: HTMLTextAreaElement) => {
    if (!onWords(box.value)) {
      box.value = words.text;
      onFull();
    }
    waitForPause();
  };
  return (
    <textarea
      ref={boxRef}
      lang="en"
      rows={1}
      aria-label={label}
      aria-describedby={source}
      aria-busy="true"
      className={`${look} field-sizing-content block w-full resize-none bg-transparent`}
      onChange={(event) => {
        clearTimeout(pause.current);
        // What an input method is still asking about is no word yet, and may be longer than the word will be.
        const isComposing = "isComposing" in event.nativeEvent && event.nativeEvent.isComposing === true;
        if (isComposing) onWords(event.target.value);
        else takeAll(event.target);
      }}
      onCompositionStart={() => clearTimeout(pause.current)}
      onCompositionEnd={(event) => takeAll(event.currentTarget)}
      onKeyDown={({ key, ctrlKey, metaKey }) => {
        if ((ctrlKey && key === "End") || (metaKey && key === "ArrowDown")) words.caret = "end";
        if ((ctrlKey && key === "Home") || (metaKey && key === "ArrowUp")) words.caret = "start";
      }}
    />
  );
}
