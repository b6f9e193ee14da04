import { useEffect, useState } from "react";
import type { ArticleSession } from "#client/collab/article-session.ts";
import type { ConceptEntry } from "#core/glossary/concept.ts";
import { getGlossaryAction } from "#server/glossary/actions.ts";

/** The glossary as it came with the page, read anew whenever somebody changes it, and when the server is back in reach. */
export function useLiveConcepts(
  session: ArticleSession,
  projectId: string,
  concepts: readonly ConceptEntry[],
): readonly ConceptEntry[] {
  const [current, setCurrent] = useState(concepts);
  useEffect(() => {
    const refetch = () =>
      // Without an answer the terms stay as they are: the next change asks again.
      void getGlossaryAction({ projectId }).then(
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
  }, [session, projectId]);
  return current;
}
