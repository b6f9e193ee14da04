import { useEffect, useState } from "react";
import { fetchConcept } from "#client/glossary/concept-requests.ts";
import type { ShownFailure } from "#core/errors.ts";
import type { ConceptDetail } from "#core/glossary/concept.ts";

type Known = {
  readonly concept: ConceptDetail | null;
  readonly failure: ShownFailure | null;
};

/** The chosen concept with all its facts, null until they are there; `reload` fetches them again. */
export function useConcept(conceptId: string | null): Known & { readonly reload: () => void } {
  const [known, setKnown] = useState<Known & { readonly id: string | null }>({
    id: null,
    concept: null,
    failure: null,
  });
  /** Another object for each wish to fetch again. */
  const [wish, setWish] = useState({ conceptId });
  if (wish.conceptId !== conceptId) setWish({ conceptId });
  useEffect(() => {
    const { conceptId } = wish;
    if (conceptId === null) return;
    const controller = new AbortController();
    void fetchConcept(conceptId, controller.signal).then((answer) => {
      if (controller.signal.aborted) return;
      setKnown((before) =>
        answer.ok
          ? { id: conceptId, concept: answer.value, failure: null }
          : // What was read before stays readable.
            {
              id: conceptId,
              concept: before.id === conceptId ? before.concept : null,
              failure: answer.failure,
            },
      );
    });
    return () => controller.abort();
  }, [wish]);
  const reload = () => setWish({ conceptId });
  // Never the concept chosen before: a key would decide about the wrong one.
  if (known.id !== conceptId) return { concept: null, failure: null, reload };
  return { concept: known.concept, failure: known.failure, reload };
}
