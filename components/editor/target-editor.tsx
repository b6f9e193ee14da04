"use client";
import {
  type ReactNode,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { LazyCode } from "#client/lazy-code.ts";
import type { ActivePlace } from "#client/workbench/workbench-model.ts";
import { EarlyText } from "#components/editor/early-text.tsx";
import { EarlyWords } from "#components/editor/early-words.ts";
import type { TargetEditorHandle, TargetEditorOptions } from "#components/editor/target-editor-core.ts";
import { isElsewhere } from "#components/ui/focus.ts";
import { useLazyCode } from "#components/ui/lazy-when-used.ts";

/** Wanted after the first paint, so that the first click finds it there. */
export const editorCode = new LazyCode(() => import("#components/editor/target-editor-core.ts"));

export type TargetEditorProps = Omit<TargetEditorOptions, "element" | "takesFocus" | "caret"> & {
  /** Where the writer went, a new one for each time. */
  readonly place: ActivePlace;
  readonly handleRef: RefObject<TargetEditorHandle | null>;
  /** Hears what puts words that were typed before the code was there into the text; null when there are none. */
  readonly onEarly: (keep: (() => void) | null) => void;
  /** The static text, seen until the code is there. */
  readonly children: ReactNode;
};

/** The editor of the active target. It is made anew when the fragment changes, never on a render. */
export function TargetEditor({ handleRef, children, ...options }: TargetEditorProps) {
  const element = useRef<HTMLDivElement>(null);
  const earlyBox = useRef<HTMLTextAreaElement>(null);
  const [early] = useState(() => new EarlyWords());
  const latest = useRef(options);
  latest.current = options;
  const editorModule = useLazyCode(editorCode);
  const { fragment, awareness, place } = options;

  useEffect(() => editorCode.want(), []);
  const keepEarly = useCallback(() => {
    latest.current.onEarly(null);
    early.keep(fragment);
    if (earlyBox.current) earlyBox.current.value = "";
  }, [early, fragment]);
  useEffect(() => {
    // The writer goes on, or away, before the code is there; a phone may end a hidden page without another word.
    const keepWhenHidden = () => document.hidden && keepEarly();
    window.addEventListener("pagehide", keepEarly);
    document.addEventListener("visibilitychange", keepWhenHidden);
    return () => {
      window.removeEventListener("pagehide", keepEarly);
      document.removeEventListener("visibilitychange", keepWhenHidden);
      keepEarly();
    };
  }, [keepEarly]);

  useLayoutEffect(() => {
    if (!editorModule || !element.current) return;
    const isLeft = isElsewhere(latest.current.place.from);
    latest.current.onEarly(null);
    const { words, caret } = early.handOver(fragment, latest.current.place.caret, isLeft);
    const handle = editorModule.createTargetEditor({
      ...latest.current,
      caret,
      takesFocus: !isLeft,
      // The terms may change while somebody writes.
      findMarks: (text) => latest.current.findMarks(text),
      fragment,
      awareness,
      element: element.current,
    });
    handleRef.current = handle;
    if (words.length > 0) handle.insert(words);
    return () => {
      handleRef.current = null;
      handle.destroy();
    };
  }, [editorModule, early, fragment, awareness, handleRef]);

  const shown = useRef(place);
  useEffect(() => {
    if (shown.current === place) return;
    shown.current = place;
    // The writer goes anew to a text that is open already.
    if (handleRef.current) handleRef.current.focus();
    else earlyBox.current?.focus({ preventScroll: true });
  }, [place, handleRef]);

  return (
    <>
      <div ref={element} />
      {!editorModule && (
        <>
          {children}
          <EarlyText
            boxRef={earlyBox}
            words={early}
            from={place.from}
            label={options.attributes["aria-label"]}
            source={options.attributes["aria-describedby"]}
            look={options.attributes.class}
            onWords={(typed) => {
              const isTaken = early.take(typed, fragment);
              if (isTaken) latest.current.onEarly(keepEarly);
              return isTaken;
            }}
            onFull={() => latest.current.onFull()}
            onPause={keepEarly}
          />
        </>
      )}
    </>
  );
}
