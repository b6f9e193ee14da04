import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { callAction } from "#client/ask-server.ts";
import { getConceptName } from "#components/glossary/pick-terms.ts";
import { addToast } from "#components/ui/toast-queue.ts";
import type { ShownFailure } from "#core/errors.ts";
import type { ConceptDecision, StoredConcept } from "#core/glossary/concept.ts";
import { decideConceptAction } from "#server/glossary/actions.ts";

type Decided = {
  readonly concept: StoredConcept;
  readonly decision: ConceptDecision;
  readonly reason: string;
};

const sentences = { approve: "approved", reject: "rejected", reopen: "reopened" } as const;

/** Hears of a decision, or (null) of one that the server refused; resolves when the screen shows what is now. */
export type OnDecided = (conceptId: string, decision: ConceptDecision | null) => Promise<void>;

/** Decisions about concepts, one at a time, each with its way back in the toast. */
export function useDecide(onDecided: OnDecided) {
  const t = useTranslations("glossary");
  const [failure, setFailure] = useState<{ readonly id: string; readonly failure: ShownFailure } | null>(
    null,
  );
  // A key that is pressed twice decides once: until the screen shows the outcome, it shows the old state.
  const isBusy = useRef(false);
  const send = async ({ concept, decision, reason }: Decided): Promise<boolean> => {
    if (isBusy.current) return false;
    isBusy.current = true;
    const { id: conceptId, changedAt } = concept;
    const answer = await callAction(() => decideConceptAction({ conceptId, decision, reason, changedAt }));
    setFailure(answer.ok ? null : { id: conceptId, failure: answer.failure });
    void onDecided(conceptId, answer.ok ? decision : null).finally(() => {
      isBusy.current = false;
    });
    if (!answer.ok) return false;
    const reopened: Decided = {
      concept: { ...concept, changedAt: answer.value.changedAt },
      decision: "reopen",
      reason: "",
    };
    const undo = { label: t("undo"), onUndo: () => void send(reopened) };
    addToast(
      t(sentences[decision], { term: getConceptName(concept) }),
      decision === "reopen" ? undefined : undo,
    );
    return true;
  };
  return {
    /** Why the last decision was not taken, null when it was, or was about another concept. */
    findFailure: (conceptId: string | null) =>
      failure?.id === conceptId ? (failure?.failure ?? null) : null,
    approve: (concept: StoredConcept) => void send({ concept, decision: "approve", reason: "" }),
    reopen: (concept: StoredConcept) => void send({ concept, decision: "reopen", reason: "" }),
    reject: (concept: StoredConcept, reason: string) => send({ concept, decision: "reject", reason }),
  };
}
