import { useTranslations } from "next-intl";
import { useState } from "react";
import { type ActionError, callAction } from "#client/glossary/call-action.ts";
import { getConceptName } from "#components/glossary/pick-terms.ts";
import { addToast } from "#components/ui/toast-queue.ts";
import type { ConceptDecision, ConceptSummary } from "#core/glossary/concept.ts";
import { decideConceptAction } from "#server/glossary/actions.ts";

type Decided = {
  readonly concept: ConceptSummary;
  readonly decision: ConceptDecision;
  readonly reason: string;
};

const sentences = { approve: "approved", reject: "rejected", reopen: "reopened" } as const;

/** Decisions about concepts, each with its way back in the toast. */
export function useDecide(onChanged: () => void) {
  const t = useTranslations("glossary");
  const [error, setError] = useState<ActionError | null>(null);
  const send = async ({ concept, decision, reason }: Decided): Promise<boolean> => {
    const { id: conceptId, changedAt } = concept;
    const result = await callAction(() => decideConceptAction({ conceptId, decision, reason, changedAt }));
    setError(result.ok ? null : result.error);
    onChanged();
    if (!result.ok) return false;
    const reopened: Decided = {
      concept: { ...concept, changedAt: result.value.changedAt },
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
    error,
    approve: (concept: ConceptSummary) => void send({ concept, decision: "approve", reason: "" }),
    reopen: (concept: ConceptSummary) => void send({ concept, decision: "reopen", reason: "" }),
    reject: (concept: ConceptSummary, reason: string) => send({ concept, decision: "reject", reason }),
  };
}
