import { useEffect, useState } from "react";
import type { ArticleSession } from "#client/collab/article-session.ts";
import type { SessionStatus } from "#client/collab/session-types.ts";
import { fetchArticleConcepts } from "#client/workbench/fetch-article-concepts.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";

/** The server is in reach, and has let this reader in. */
const letIn: readonly SessionStatus["state"][] = ["saved", "read-only"];

/** Milliseconds after which the page's own concepts are no longer those of the opening. */
const openingLimit = 3000;

/** The concepts of the article as they came with the page, read anew when somebody changes the glossary or the server is back. */
export function useLiveConcepts(
  session: ArticleSession,
  articleId: string,
  concepts: readonly ConceptEntry[],
  /** The page is of an earlier visit. */
  isStale: boolean,
): readonly ConceptEntry[] {
  const [current, setCurrent] = useState(concepts);
  useEffect(() => {
    let asking = new AbortController();
    const refetch = () => {
      asking.abort();
      asking = new AbortController();
      const { signal } = asking;
      void fetchArticleConcepts(articleId, signal).then((answer) => {
        // Without an answer the terms stay as they are: the next change asks again.
        if (answer.ok && !signal.aborted) setCurrent(answer.value);
      });
    };
    const stopFacts = session.onFacts((message) => {
      if (message.type === "changed" && message.what === "glossary") refetch();
    });
    if (isStale) refetch();
    const openedAt = performance.now();
    let isOpening = true;
    let isBehind = false;
    const stopStatus = session.subscribeStatus(() => {
      const { state } = session.getStatus();
      if (state === "offline") isBehind ||= !isOpening;
      if (!letIn.includes(state)) return;
      if (isBehind || (isOpening && performance.now() - openedAt > openingLimit)) refetch();
      isOpening = false;
      isBehind = false;
    });
    return () => {
      asking.abort();
      stopFacts();
      stopStatus();
    };
  }, [session, articleId, isStale]);
  return current;
}
