"use client";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { editorOrigin } from "#client/workbench/editor-origin.ts";
import { getSocketAddress, keepSession, openSession } from "#client/workbench/open-session.ts";
import { WorkbenchModel } from "#client/workbench/workbench-model.ts";
import { preloadEditor } from "#components/editor/target-editor.tsx";
import type { TargetEditorHandle } from "#components/editor/target-editor-core.ts";
import { useToast } from "#components/ui/toast.tsx";
import { ConfirmingProvider } from "#components/workbench/confirming.tsx";
import type { SegmentListHandle } from "#components/workbench/segment-list.tsx";
import { buildTermLookup } from "#components/workbench/term-lookup.ts";
import { useLiveConcepts } from "#components/workbench/use-live-concepts.ts";
import { useResume } from "#components/workbench/use-resume.ts";
import { WorkbenchProvider, type WorkbenchTools } from "#components/workbench/workbench-context.tsx";
import { WorkbenchLayout } from "#components/workbench/workbench-layout.tsx";
import type { Workbench as WorkbenchData } from "#core/articles/workbench.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { openCollabAction } from "#server/articles/actions.ts";

export type WorkbenchProps = { readonly data: WorkbenchData; readonly concepts: readonly ConceptEntry[] };

/** Opens the article's session and gives every piece what it works with. */
export function WorkbenchScreen({ data, concepts }: WorkbenchProps) {
  const toast = useToast();
  const latestToast = useRef(toast);
  useEffect(() => {
    latestToast.current = toast;
  });
  const list = useRef<SegmentListHandle>(null);
  const editor = useRef<TargetEditorHandle>(null);
  const [{ session, model }] = useState(() => open(data));
  const current = useLiveConcepts(session, data.article.projectId, concepts);
  const terms = useMemo(() => buildTermLookup(current), [current]);
  const say = useCallback((text: string) => latestToast.current(text), []);

  useEffect(() => keepSession(data.article.id), [data.article.id]);
  useEffect(() => {
    const request = requestAnimationFrame(() => void preloadEditor());
    return () => cancelAnimationFrame(request);
  }, []);

  const tools = useMemo(
    (): WorkbenchTools => ({
      data,
      session,
      model,
      terms,
      editor,
      say,
      segments: new Map(data.segments.map((segment) => [segment.id, segment])),
      reveal: (segmentId, caret = "end") => {
        const active = model.getActive();
        list.current?.scrollTo(segmentId);
        model.activate(segmentId, caret);
        // An editor that is already there is not made anew, which would have brought the focus.
        if (active?.isEditing && active.segmentId === segmentId) editor.current?.focus();
      },
    }),
    [data, session, model, terms, say],
  );
  useResume(tools);

  return (
    <WorkbenchProvider value={tools}>
      <ConfirmingProvider>
        <WorkbenchLayout listRef={list} />
      </ConfirmingProvider>
    </WorkbenchProvider>
  );
}

function open(data: WorkbenchProps["data"]) {
  const session = openSession({
    article: data.article,
    me: data.me,
    segments: data.segments,
    parts: data.parts,
    openCollab: async (articleId) => {
      const result = await openCollabAction({ articleId });
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    },
    socketUrl: getSocketAddress(),
  });
  session.trackOrigin(editorOrigin);
  const model = new WorkbenchModel({ session, segments: data.segments, confirmations: data.confirmations });
  return { session, model };
}
