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
import { EarlyText } from "#components/editor/early-text.tsx";
import { EarlyWords } from "#components/editor/early-words.ts";
import type { TargetEditorHandle, TargetEditorOptions } from "#components/editor/target-editor-core.ts";
import { useLazyCode } from "#components/ui/lazy-when-used.ts";

/** Wanted after the first paint, so that the first click finds it there. */
export const editorCode = new LazyCode(() => import("#components/editor/target-editor-core.ts"));

export type TargetEditorProps = Omit<TargetEditorOptions, "element" | "takesFocus"> & {
  readonly handleRef: RefObject<TargetEditorHandle | null>;
  /** Holds what puts words that were typed before the code was there into the text; null while no text is edited. */
  readonly keepEarlyRef: RefObject<(() => void) | null>;
  /** The static text, seen until the code is there. */
  readonly children: ReactNode;
};

/** The editor of the active target. It is made anew when the fragment changes, never on a render. */
export function TargetEditor({ handleRef, keepEarlyRef, children, ...options }: TargetEditorProps) {
  const element = useRef<HTMLDivElement>(null);
  const earlyBox = useRef<HTMLTextAreaElement>(null);
  const [early] = useState(() => new EarlyWords());
  const latest = useRef(options);
  latest.current = options;
  const editorModule = useLazyCode(editorCode);
  const { fragment, awareness } = options;

  useEffect(() => editorCode.want(), []);
  const keepEarly = useCallback(() => {
    early.keep(fragment);
    if (earlyBox.current) earlyBox.current.value = "";
  }, [early, fragment]);
  useEffect(() => {
    // The writer goes on, or away, before the code is there; a phone may end a hidden page without another word.
    const keepWhenHidden = () => document.hidden && keepEarly();
    window.addEventListener("pagehide", keepEarly);
    document.addEventListener("visibilitychange", keepWhenHidden);
    keepEarlyRef.current = keepEarly;
    return () => {
      window.removeEventListener("pagehide", keepEarly);
      document.removeEventListener("visibilitychange", keepWhenHidden);
      keepEarlyRef.current = null;
      keepEarly();
    };
  }, [keepEarly, keepEarlyRef]);

  useLayoutEffect(() => {
    if (!editorModule || !element.current) return;
    const { words, ...start } = early.handOver(fragment, latest.current.caret);
    const handle = editorModule.createTargetEditor({
      ...latest.current,
      ...start,
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

  return (
    <>
      <div ref={element} />
      {!editorModule && (
        <>
          {children}
          <EarlyText
            boxRef={earlyBox}
            words={early}
            label={options.attributes["aria-label"]}
            look={options.attributes.class}
            onPause={keepEarly}
          />
        </>
      )}
    </>
  );
}
