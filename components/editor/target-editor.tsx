"use client";
import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import type * as Y from "yjs";
import { editorOrigin } from "#client/workbench/editor-origin.ts";
import type { TargetEditorHandle, TargetEditorOptions } from "#components/editor/target-editor-core.ts";
import { noteUse } from "#components/ui/lazy-when-used.ts";
import { getFragmentLength, insertAt } from "#core/articles/fragment-range.ts";
import type { Inline } from "#core/articles/inline.ts";

type EditorModule = typeof import("#components/editor/target-editor-core.ts");

let loaded: EditorModule | null = null;
let loading: Promise<EditorModule> | null = null;

/** Fetches the editor's code once; called after the first paint, so that the first click finds it there. */
export function preloadEditor(): Promise<EditorModule> {
  loading ??= import("#components/editor/target-editor-core.ts").then((module) => {
    loaded = module;
    return module;
  });
  return loading;
}

export type TargetEditorProps = Omit<TargetEditorOptions, "element"> & {
  readonly handleRef: RefObject<TargetEditorHandle | null>;
  /** The static text, seen until the code is there. */
  readonly children: ReactNode;
};

/** The editor of the active target. It is made anew when the fragment changes, never on a render. */
export function TargetEditor({ handleRef, children, ...options }: TargetEditorProps) {
  const element = useRef<HTMLDivElement>(null);
  /** What was typed before the code was there, and where the caret was sent meanwhile. */
  const early = useRef("");
  const earlyCaret = useRef<"start" | "end" | null>(null);
  const latest = useRef(options);
  latest.current = options;
  const [editorModule, setEditorModule] = useState(loaded);
  const { fragment, awareness } = options;

  useEffect(noteUse, []);
  useEffect(() => {
    if (!editorModule) void preloadEditor().then(setEditorModule);
  }, [editorModule]);

  useEffect(
    () => () => {
      // The writer went on before the code was there.
      if (early.current !== "") append(fragment, early.current);
      early.current = "";
    },
    [fragment],
  );

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
            label={options.attributes["aria-label"]}
            look={options.attributes.class}
            onText={(text) => {
              early.current = text;
            }}
            onCaret={(caret) => {
              earlyCaret.current = caret;
            }}
          />
        </>
      )}
    </>
  );
}

/** Holds the focus until the editor's code is there, so that nothing typed meanwhile is lost, and no key scrolls the list. */
function EarlyText(props: {
  readonly label: string | undefined;
  readonly look: string | undefined;
  readonly onText: (text: string) => void;
  readonly onCaret: (caret: "start" | "end") => void;
}) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus({ preventScroll: true }), []);
  return (
    <textarea
      ref={box}
      lang="en"
      rows={1}
      aria-label={props.label}
      aria-busy="true"
      className={`${props.look} field-sizing-content block w-full resize-none bg-transparent`}
      onChange={(event) => props.onText(event.target.value)}
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
