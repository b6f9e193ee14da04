"use client";
import { useEffect } from "react";
import { askServer } from "#client/ask-server.ts";
import { UntoldPlace } from "#client/workbench/untold-place.ts";
import type { WorkbenchTools } from "#components/workbench/workbench-context.tsx";

type Tools = Pick<WorkbenchTools, "data" | "model" | "reveal">;

/** Milliseconds of rest after which the place is kept: one write for a walk through many rows. */
const restFor = 1500;

/**
 * Where this window's reader left each article. A page out of the history was made before that, and knows only where they
 * had been until then.
 */
const leftAt = new Map<string, string>();

/**
 * Opens the segment that the address names, else the one where the reader left off; keeps the latter up to date.
 * `isStale` says that the page is out of the history.
 */
export function useResume(tools: Tools, isStale: boolean): void {
  const { data, model, reveal } = tools;
  useEffect(() => {
    const untold = new UntoldPlace(data.article.id).read();
    const left = isStale ? leftAt.get(data.article.id) : undefined;
    const segmentId = findNamed(data) ?? untold ?? left ?? data.resumeSegmentId;
    const frame = requestAnimationFrame(() => {
      if (segmentId) reveal(segmentId, "end", true);
    });
    return () => cancelAnimationFrame(frame);
  }, [data, reveal, isStale]);

  useEffect(() => {
    const follow = () => {
      const named = findNamed(data);
      if (named) reveal(named);
    };
    window.addEventListener("hashchange", follow);
    // Whoever has gone on is not led back by a reload.
    const stop = model.subscribeActive(() => {
      const named = findNamed(data);
      if (named === null || model.getActive()?.segmentId === named) return;
      const { pathname, search } = window.location;
      window.history.replaceState(window.history.state, "", pathname + search);
    });
    return () => {
      window.removeEventListener("hashchange", follow);
      stop();
    };
  }, [data, model, reveal]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let kept: string | null = null;
    const keep = () => {
      clearTimeout(timer);
      const segmentId = model.getActive()?.segmentId ?? null;
      if (segmentId === null || segmentId === kept) return;
      kept = segmentId;
      leftAt.set(data.article.id, segmentId);
      void keepPlace(data.article.id, segmentId);
    };
    const stop = model.subscribeActive(() => {
      clearTimeout(timer);
      timer = setTimeout(keep, restFor);
    });
    window.addEventListener("pagehide", keep);
    return () => {
      stop();
      window.removeEventListener("pagehide", keep);
      keep();
    };
  }, [data, model]);
}

/** The segment that the address names. */
function findNamed({ segments }: WorkbenchTools["data"]): string | null {
  const number = Number(/^#segment-(\d+)$/.exec(window.location.hash)?.[1] ?? 0);
  return segments[number - 1]?.id ?? null;
}

/** Tells the server, also from a page that is being left. */
async function keepPlace(articleId: string, segmentId: string): Promise<void> {
  const untold = new UntoldPlace(articleId);
  untold.write(segmentId);
  const init = { method: "PUT", body: JSON.stringify({ segmentId }), keepalive: true };
  const answer = await askServer(`/api/articles/${articleId}/position`, init);
  if (answer.ok && untold.read() === segmentId) untold.write(null);
}
