"use client";
import { useRouter } from "next/navigation";
import { useEffect, useMemo, useRef, useState } from "react";
import type { ArticleSession } from "#client/collab/article-session.ts";
import type { CollabAdmission, SessionStatus } from "#client/collab/session-types.ts";
import { getSocketAddress } from "#client/collab/socket-address.ts";
import { editorOrigin } from "#client/workbench/editor-origin.ts";
import { isRevisited, keepSession, openSession } from "#client/workbench/open-session.ts";
import { WorkbenchModel } from "#client/workbench/workbench-model.ts";
import { editorCode } from "#components/editor/target-editor.tsx";
import type { TargetEditorHandle } from "#components/editor/target-editor-core.ts";
import { addToast } from "#components/ui/toast-queue.ts";
import { ConfirmingProvider } from "#components/workbench/confirming.tsx";
import type { SegmentListHandle } from "#components/workbench/segment-list.tsx";
import { buildTermLookup } from "#components/workbench/term-lookup.ts";
import { useLiveConcepts } from "#components/workbench/use-live-concepts.ts";
import { useResume } from "#components/workbench/use-resume.ts";
import { WorkbenchProvider, type WorkbenchTools } from "#components/workbench/workbench-context.tsx";
import { WorkbenchLayout } from "#components/workbench/workbench-layout.tsx";
import { unpackWorkbench } from "#core/articles/pack-workbench.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { openCollabAction } from "#server/articles/actions.ts";

export type WorkbenchProps = {
  /** As `packWorkbench` wrote it. */
  readonly packed: string;
  readonly admission: CollabAdmission;
  /** Those of the glossary that the sources use. */
  readonly concepts: readonly ConceptEntry[];
};

/** Opens the article's session and gives every piece what it works with. */
export function WorkbenchScreen({ packed, admission, concepts }: WorkbenchProps) {
  const list = useRef<SegmentListHandle>(null);
  const editor = useRef<TargetEditorHandle>(null);
  const [{ data, session, model, isStale }] = useState(() => open(packed, admission));
  const current = useLiveConcepts(session, data.article.id, concepts, isStale);
  const terms = useMemo(() => buildTermLookup(current), [current]);

  useEffect(() => keepSession(data.article.id), [data.article.id]);
  useNews(session, data.article.id);
  useEffect(() => whenOpened(session, () => editorCode.want()), [session]);

  // Apart from the terms, which change while the page lives: what follows a move must not run again with them.
  const lasting = useMemo(
    (): Omit<WorkbenchTools, "terms" | "article"> => ({
      data,
      session,
      model,
      editor,
      say: addToast,
      segments: new Map(data.segments.map((segment) => [segment.id, segment])),
      scrollTo: (segmentId) => list.current?.scrollTo(segmentId),
      reveal: (segmentId, caret = "end", isOpening = false) => {
        list.current?.scrollTo(segmentId, isOpening);
        model.activate(segmentId, caret);
      },
    }),
    [data, session, model],
  );
  const [opened] = useState(packed);
  const article = useMemo(
    () => (packed === opened ? data.article : unpackWorkbench(packed).article),
    [packed, opened, data],
  );
  const tools = useMemo((): WorkbenchTools => ({ ...lasting, terms, article }), [lasting, terms, article]);
  useResume(lasting, isStale);

  return (
    <WorkbenchProvider value={tools}>
      <ConfirmingProvider isStale={isStale}>
        <WorkbenchLayout listRef={list} />
      </ConfirmingProvider>
    </WorkbenchProvider>
  );
}

/** Somebody else renames the article, or throws it away: the page is asked for anew. */
function useNews(session: ArticleSession, articleId: string): void {
  const router = useRouter();
  useEffect(
    () =>
      session.onFacts((message) => {
        const isOurs = message.type === "changed" && message.articleId === articleId;
        if (isOurs && (message.what === "article" || message.what === "library")) router.refresh();
      }),
    [session, articleId, router],
  );
}

const opening: readonly SessionStatus["state"][] = ["loading", "offline", "saving"];
/** Milliseconds after which a page counts as opened, with a server or without. */
const openingLimit = 1500;

/** Calls back once the text has arrived, which must not wait for what comes ahead of need. Returns what ends it. */
function whenOpened(session: ArticleSession, call: () => void): () => void {
  const end = () => {
    stop();
    clearTimeout(timer);
  };
  const look = () => {
    if (opening.includes(session.getStatus().state)) return;
    end();
    call();
  };
  const stop = session.subscribeStatus(look);
  const timer = setTimeout(() => {
    end();
    call();
  }, openingLimit);
  look();
  return end;
}

function open(packed: string, admission: CollabAdmission) {
  const data = unpackWorkbench(packed);
  const isStale = isRevisited(admission);
  const session = openSession({
    article: data.article,
    me: data.me,
    segments: data.segments,
    parts: data.parts,
    admission,
    openCollab: async () => {
      const result = await openCollabAction({ articleId: data.article.id });
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    },
    socketUrl: getSocketAddress(),
  });
  session.trackOrigin(editorOrigin);
  const model = new WorkbenchModel({ session, segments: data.segments, confirmations: data.confirmations });
  return { data, session, model, isStale };
}
