"use client";
import { useMemo } from "react";
import { copyText } from "#components/editor/copy-text.ts";
import { type Highlight, InlineContent } from "#components/editor/inline-content.tsx";
import { useMisused } from "#components/workbench/misuses.ts";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";

/** Of the element that holds the source, for what is read together with it. */
export function getSourceId(segmentId: string): string {
  return `source-${segmentId}`;
}

/** A source with its glossary terms quietly underlined: solid when approved, dotted when proposed, wavy when misused. */
export function SourceText({
  segment,
  className,
}: {
  readonly segment: WorkbenchSegment;
  readonly className: string;
}) {
  const { terms } = useWorkbench();
  const misused = useMisused(segment);
  const highlights = useMemo(
    () =>
      terms.find(segment.sourceText).map(
        ({ start, end, entries }): Highlight => ({
          start,
          end,
          render: (text, key) => (
            <span key={key} data-term={start} className={`term-mark ${getMarkLook(entries, misused)}`}>
              {text}
            </span>
          ),
        }),
      ),
    [terms, segment.sourceText, misused],
  );
  return (
    <div
      id={getSourceId(segment.id)}
      lang="zh-CN"
      data-source={segment.id}
      className={`${className} source-text`}
      onCopy={copyText}
    >
      <InlineContent content={segment.source} highlights={highlights} hasLinks />
    </div>
  );
}

function getMarkLook(entries: readonly ConceptEntry[], misused: ReadonlyMap<string, unknown>): string {
  if (entries.some(({ id }) => misused.has(id))) return "term-mark-misused";
  return entries[0]?.state === "approved" ? "" : "term-mark-proposed";
}
