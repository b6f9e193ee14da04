"use client";
import { useMemo } from "react";
import { copyText } from "#components/editor/copy-text.ts";
import { type Highlight, InlineContent } from "#components/editor/inline-content.tsx";
import { useWorkbench } from "#components/workbench/workbench-context.tsx";
import type { WorkbenchSegment } from "#core/articles/workbench.ts";

/** A source with its glossary terms quietly underlined: solid when approved, dotted when proposed. */
export function SourceText({
  segment,
  className,
}: {
  readonly segment: WorkbenchSegment;
  readonly className: string;
}) {
  const { terms } = useWorkbench();
  const highlights = useMemo(
    () =>
      terms.find(segment.sourceText).map(
        ({ start, end, entries }): Highlight => ({
          start,
          end,
          render: (text, key) => (
            <span
              key={key}
              data-term={start}
              className={entries[0]?.state === "approved" ? "term-mark" : "term-mark term-mark-proposed"}
            >
              {text}
            </span>
          ),
        }),
      ),
    [terms, segment.sourceText],
  );
  return (
    <div lang="zh-CN" data-source={segment.id} className={className} onCopy={copyText}>
      <InlineContent content={segment.source} highlights={highlights} hasLinks />
    </div>
  );
}
