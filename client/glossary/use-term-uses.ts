import { useEffect, useState } from "react";
import type { UseCount } from "#core/glossary/concept.ts";
import { countUsesAction } from "#server/glossary/actions.ts";

type Counts = Readonly<Record<string, UseCount>>;

const none: Counts = {};

/** In how many segments these concepts are used, by id; empty until the server has answered. */
export function useTermUses(projectId: string, conceptIds: readonly string[]): Counts {
  const [answer, setAnswer] = useState({ asked: "", counts: none });
  const asked = conceptIds.join();
  useEffect(() => {
    let isGone = false;
    void countUsesAction({ projectId, conceptIds: asked.split(",") }).then(
      (result) => {
        if (!isGone && result.ok) setAnswer({ asked, counts: result.value });
      },
      // Out of reach, a card has no count.
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [projectId, asked]);
  return answer.asked === asked ? answer.counts : none;
}
