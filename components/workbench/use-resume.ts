"use client";
import { useEffect } from "react";
import type { WorkbenchTools } from "#components/workbench/workbench-context.tsx";
import { savePositionAction } from "#server/articles/actions.ts";

/** Opens the segment that the address names, else the one where the reader left off; keeps the latter up to date. */
export function useResume(tools: Pick<WorkbenchTools, "data" | "model" | "reveal">): void {
  const { data, model, reveal } = tools;
  useEffect(() => {
    const number = Number(/^#segment-(\d+)$/.exec(window.location.hash)?.[1] ?? 0);
    const segmentId = data.segments[number - 1]?.id ?? data.resumeSegmentId;
    const frame = requestAnimationFrame(() => {
      if (segmentId) reveal(segmentId, "end", true);
    });
    return () => cancelAnimationFrame(frame);
  }, [data, reveal]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const stop = model.subscribeActive(() => {
      if (timer !== null) clearTimeout(timer);
      // One write for a walk through many rows.
      timer = setTimeout(() => {
        const active = model.getActive();
        // Where one was is no text: when it cannot be kept, nothing is lost.
        if (active)
          savePositionAction({ articleId: data.article.id, segmentId: active.segmentId }).catch(() => {});
      }, 1500);
    });
    return () => {
      stop();
      if (timer !== null) clearTimeout(timer);
    };
  }, [data, model]);
}
