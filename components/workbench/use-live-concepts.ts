import { useEffect, useState } from "react";
import type { ArticleSession } from "#client/collab/article-session.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { getArticleConceptsAction } from "#server/glossary/actions.ts";

/** The concepts of the article as they came with the page, read anew when somebody changes the glossary or the server is back. */
export function useLiveConcepts(
  session: ArticleSession,
  articleId: string,
  concepts: readonly ConceptEntry[],
): readonly ConceptEntry[] {
  const [current, setCurrent] = useState(concepts);
  useEffect(() => {
    const refetch = () =>
      // Without an answer the terms stay as they are: the next change asks again.
      void getArticleConceptsAction({ articleId }).then(
        (result) => result.ok && setCurrent(result.value),
        () => undefined,
      );
    const stopFacts = session.onFacts((message) => {
      if (message.type === "changed" && message.what === "glossary") refetch();
    });
    let wasOffline = false;
    const stopStatus = session.subscribeStatus(() => {
      const isOffline = session.getStatus().state === "offline";
      if (wasOffline && !isOffline) refetch();
      wasOffline = isOffline;
    });
    return () => {
      stopFacts();
      stopStatus();
    };
  }, [session, articleId]);
  return current;
}
