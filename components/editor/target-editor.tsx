"use client";
import { type ReactNode, type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type * as Y from "yjs";
import { LazyCode } from "#client/lazy-code.ts";
import { editorOrigin } from "#client/workbench/editor-origin.ts";
import type { TargetEditorHandle, TargetEditorOptions } from "#components/editor/target-editor-core.ts";
import { useLazyCode } from "#components/ui/lazy-when-used.ts";
import { getFragmentLength, insertAt } from "#core/articles/fragment-range.ts";
import type { Inline } from "#core/articles/inline.ts";

/** Wanted after the first paint, so that the first click finds it there. */
export const editorCode = new LazyCode(() => import("#components/editor/target-editor-core.ts"));

export type TargetEditorProps = Omit<TargetEditorOptions, "element"> & {
  readonly handleRef: RefObject<TargetEditorHandle | null>;
  /** Holds, until the code is there, what puts the words that were typed meanwhile into the text. */
  readonly keepEarlyRef: RefObject<(() => void) | null>;
  /** The static text, seen until the code is there. */
  readonly children: ReactNode;
};

/** The editor of the active target. It is made anew when the fragment changes, never on a render. */
export function TargetEditor({ handleRef, keepEarlyRef, children, ...options }: TargetEditorProps) {
  const element = useRef<HTMLDivElement>(null);
  /** What was typed before the code was there, and where the caret was sent meanwhile. */
  const early = useRef("");
  const earlyBox = useRef<HTMLTextAreaElement>(null);
  const earlyCaret = useRef<"start" | "end" | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const editorModule = useLazyCode(editorCode);
  const { fragment, awareness } = options;

  useEffect(() => editorCode.want(), []);
  /** Puts the early words into the text. */
  const keepEarly = useCallback(() => {
    if (early.current !== "") append(fragment, early.current);
    early.current = "";
    if (earlyBox.current) earlyBox.current.value = "";
  }, [fragment]);
  useEffect(() => {
    // The writer goes on, or away, before the code is there.
    window.addEventListener("pagehide", keepEarly);
    keepEarlyRef.current = keepEarly;
    return () => {
      window.removeEventListener("pagehide", keepEarly);
      keepEarlyRef.current = null;
      keepEarly();
    };
  }, [keepEarly, keepEarlyRef]);

  useLayoutEffect(() => {
    if (!editorModule || !element.current) return;
    const handle = editorModule.createTargetEditor({
      ...latest.current,
      caret: earlyCaret.current ?? latest.current.caret,
      // The terms may change while somebody writes.
      findMarks: (text) => latest.current.findMarks(text),
      fragment,
      awareness,
      element: element.current,
    });
    handleRef.current = handle;
    if (early.current !== "") handle.insert(buildLines(early.current));
    early.current = "";
    earlyCaret.current = null;
    return () => {
      handleRef.current = null;
      handle.destroy();
    };
  }, [editorModule, fragment, awareness, handleRef]);

  return (
    <>
      <div ref={element} />
      {!editorModule && (
        <>
          {children}
          <EarlyText
            boxRef={earlyBox}
            label={options.attributes["aria-label"]}
            look={options.attributes.class}
            onText={(text) => {
              early.current = text;
            }}
            onPause={keepEarly}
            onCaret={(caret) => {
              earlyCaret.current = caret;
            }}
          />
        </>
      )}
    </>
  );
}

/** Milliseconds without a key after which early words go into the text: code that cannot be had may take long. */
const earlyPause = 1000;

/** Holds the focus until the editor's code is there, so that nothing typed meanwhile is lost, and no key scrolls the list. */
function EarlyText(props: {
  readonly boxRef: RefObject<HTMLTextAreaElement | null>;
  readonly label: string | undefined;
  readonly look: string | undefined;
  readonly onText: (text: string) => void;
  readonly onPause: () => void;
  readonly onCaret: (caret: "start" | "end") => void;
}) {
  const { boxRef } = props;
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);
  useEffect(() => boxRef.current?.focus({ preventScroll: true }), [boxRef]);
  return (
    <textarea
      ref={boxRef}
      lang="en"
      rows={1}
      aria-label={props.label}
      aria-busy="true"
      className={`${props.look} field-sizing-content block w-full resize-none bg-transparent`}
      onChange={(event) => {
        props.onText(event.target.value);
        clearTimeout(pause.current);
        // What an input method is still asking about is no word yet.
        const isComposing = "isComposing" in event.nativeEvent && event.nativeEvent.isComposing === true;
        if (!isComposing) pause.current = setTimeout(props.onPause, earlyPause);
      }}
      onKeyDown={({ key, ctrlKey, metaKey }) => {
        if ((ctrlKey && key === "End") || (metaKey && key === "ArrowDown")) props.onCaret("end");
        if ((ctrlKey && key === "Home") || (metaKey && key === "ArrowUp")) props.onCaret("start");
      }}
    />
  );
}

function append(fragment: Y.XmlFragment, text: string): void {
  const write = () => insertAt(fragment, getFragmentLength(fragment), buildLines(text));
  fragment.doc?.transact(write, editorOrigin);
}

function buildLines(text: string): Inline[] {
  return text
    .split("\n")
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: "break" } as const] : []),
      ...(line === "" ? [] : [{ type: "text", text: line } as const]),
    ]);
}
