import { useEffect, useState } from "react";
import { fetchUses } from "#client/glossary/concept-requests.ts";
import type { UseCount } from "#core/glossary/concept.ts";

type Counts = Readonly<Record<string, UseCount>>;

const none: Counts = {};

/** In how many segments these concepts are used, by id; empty until the server has answered. */
export function useTermUses(projectId: string, conceptIds: readonly string[]): Counts {
  const [answer, setAnswer] = useState({ asked: "", counts: none });
  const asked = conceptIds.join();
  useEffect(() => {
    const asking = new AbortController();
    void fetchUses(projectId, asked, asking.signal).then((answer) => {
      // Out of reach, a card has no count.
      if (answer.ok && !asking.signal.aborted) setAnswer({ asked, counts: answer.value });
    });
    return () => asking.abort();
  }, [projectId, asked]);
  return answer.asked === asked ? answer.counts : none;
}
