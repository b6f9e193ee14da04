"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { isComposing } from "#client/keys/key-map.ts";
import { copyText } from "#components/editor/copy-text.ts";
import { InlineContent } from "#components/editor/inline-content.tsx";
import { TargetEditor } from "#components/editor/target-editor.tsx";
import { focusHome, isFocusFree } from "#components/ui/focus.ts";
import { listMisuses, useMisuseText } from "#components/workbench/misuses.ts";
import { NotTranslated } from "#components/workbench/not-translated.tsx";
import { getSourceId } from "#components/workbench/source-text.tsx";
import { useActiveHere, useTarget, useWorkbench } from "#components/workbench/workbench-context.tsx";
import { segmentCharacterLimit } from "#core/articles/blocks.ts";
import { renderPlainText } from "#core/articles/inline.ts";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";
import { findMisuses } from "#core/glossary/find-misuses.ts";

/** A target: static text, or the editor in the active row. */
export function TargetText({
  segment,
  className,
}: {
  readonly segment: WorkbenchSegment;
  readonly className: string;
}) {
  const t = useTranslations("workbench");
  const { session, model, editor, say, data, terms } = useWorkbench();
  const getMisuseText = useMisuseText();
  const active = useActiveHere(segment.id);
  const target = useTarget(segment.id);
  const box = useRef<HTMLDivElement>(null);
  const isReadOnly = target.isLoaded && !target.isEditable;
  const goneTo = useRef(active);
  useEffect(() => {
    const isNew = goneTo.current !== active;
    goneTo.current = active;
    // Who may not write stands on the row as others stand in its text; found out later, nobody is called away for it.
    if (active?.isEditing && isReadOnly && (isNew || isFocusFree()))
      box.current?.focus({ preventScroll: true });
  }, [active, isReadOnly]);
  const fragment = active?.isEditing && target.isEditable ? session.getFragment(segment.id) : null;

  const text = target.isEmpty ? (
    <NotTranslated />
  ) : (
    <InlineContent
      content={target.content}
      highlights={listMisuses(terms, segment, target).map((misuse) => ({
        start: misuse.start,
        end: misuse.end,
        render: (shown, key) => (
          <span key={key} className="misuse" title={getMisuseText(misuse, renderPlainText(target.content))}>
            {shown}
          </span>
        ),
      }))}
    />
  );

  if (!target.valid) {
    return (
      <div>
        <div lang="en" className={`${className} target-text`}>
          {text}
        </div>
        <p className="mt-2 text-muted">{t("invalidText")}</p>
      </div>
    );
  }

  if (active && fragment) {
    return (
      <TargetEditor
        handleRef={editor}
        onEarly={(keep) => session.holdWords(keep)}
        fragment={fragment}
        awareness={session.getAwareness(segment.id)}
        memberId={data.me.id}
        place={active}
        attributes={{
          lang: "en",
          role: "textbox",
          "aria-multiline": "true",
          "aria-label": t("targetLabel", { number: segment.number }),
          "aria-describedby": getSourceId(segment.id),
          spellcheck: "true",
          class: `${className} target-text outline-none`,
          ...focusHome,
        }}
        caretLabel={(name, window, isMe) => (isMe ? t("youWindow", { window }) : name)}
        findMarks={(written) =>
          findMisuses(written, terms.listConcepts(segment.sourceText)).map((misuse) => ({
            start: misuse.start,
            end: misuse.end,
            className: "misuse",
            title: getMisuseText(misuse, written),
          }))
        }
        onFull={() => say(t("bar.full", { limit: segmentCharacterLimit }))}
        onInvalid={() => model.leave()}
      >
        <div lang="en" className={`${className} target-text`}>
          {text}
        </div>
      </TargetEditor>
    );
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: neither an input nor a textarea can hold marked text
    <div
      ref={box}
      lang="en"
      role="textbox"
      tabIndex={0}
      aria-multiline="true"
      aria-readonly={isReadOnly}
      aria-label={t("targetLabel", { number: segment.number })}
      aria-describedby={getSourceId(segment.id)}
      data-target={segment.id}
      {...(active && focusHome)}
      className={`${className} target-text cursor-text`}
      onCopy={copyText}
      onMouseUp={(event) => {
        // The other buttons are the browser's.
        if (event.button !== 0) return;
        // A selection made to be copied is no wish to edit.
        if (window.getSelection()?.isCollapsed === false) return;
        // The row may move before the editor is there: the place is one in the text, not on the page.
        const box = event.currentTarget.getBoundingClientRect();
        model.activate(segment.id, { x: event.clientX - box.left, y: event.clientY - box.top });
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.ctrlKey || event.metaKey || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        model.activate(segment.id, "end");
      }}
      onFocus={(event) => {
        if (event.currentTarget.matches(":focus-visible")) model.activate(segment.id, "end");
      }}
    >
      {text}
    </div>
  );
}
