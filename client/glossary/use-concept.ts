import { useEffect, useState } from "react";
import { type ActionError, callAction } from "#client/glossary/call-action.ts";
import type { ConceptDetail } from "#core/glossary/concept.ts";
import { getConceptAction } from "#server/glossary/actions.ts";

type Answer = { readonly concept: ConceptDetail | null; readonly error: ActionError | null };

const nothing: Answer = { concept: null, error: null };

/** The chosen concept with all its facts, null until it is there; `reload` fetches it again. */
export function useConcept(conceptId: string | null): Answer & { readonly reload: () => void } {
  const [answer, setAnswer] = useState(nothing);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is the wish to fetch again
  useEffect(() => {
    if (conceptId === null) return;
    let isGone = false;
    void callAction(() => getConceptAction({ conceptId })).then((result) => {
      if (isGone) return;
      setAnswer(result.ok ? { concept: result.value, error: null } : { concept: null, error: result.error });
    });
    return () => {
      isGone = true;
    };
  }, [conceptId, asked]);
  // Never the concept chosen before: a key would decide about the wrong one.
  const isOther = conceptId === null || (answer.concept !== null && answer.concept.id !== conceptId);
  return { ...(isOther ? nothing : answer), reload: () => setAsked((count) => count + 1) };
}
