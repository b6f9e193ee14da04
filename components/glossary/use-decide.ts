import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
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

type Failed = { readonly id: string; readonly failure: ShownFailure; readonly heard: unknown };

/**
 * Decisions about concepts, one at a time, each with its way back in the toast. `heard` is another object whenever the
 * server was heard from: that it cannot be reached is not said after that.
 */
export function useDecide(onDecided: OnDecided, heard: unknown) {
  const t = useTranslations("glossary");
  const [failed, setFailed] = useState<Failed | null>(null);
  const isOver = failed?.failure === "unreachable" && failed.heard !== heard;
  const lastHeard = useRef(heard);
  useEffect(() => {
    lastHeard.current = heard;
  }, [heard]);
  /** The newest decision until the screen shows its outcome, and the moment when it does. */
  const newest = useRef<Decided | null>(null);
  const shown = useRef<Promise<unknown>>(Promise.resolve());
  const send = async (decided: Decided): Promise<StoredConcept | null> => {
    // A key that is pressed twice decides once: until the screen shows the outcome, it shows the old state.
    if (newest.current && isSame(newest.current, decided)) return null;
    newest.current = decided;
    const answered = shown.current.then(() => decide(decided));
    shown.current = answered.then((answer) => answer.shown);
    void shown.current.finally(() => {
      if (newest.current === decided) newest.current = null;
    });
    return (await answered).stored;
  };
  const decide = async ({ concept, decision, reason }: Decided) => {
    const { id: conceptId, changedAt } = concept;
    const answer = await callAction(() => decideConceptAction({ conceptId, decision, reason, changedAt }));
    setFailed(answer.ok ? null : { id: conceptId, failure: answer.failure, heard: lastHeard.current });
    const isShown = onDecided(conceptId, answer.ok ? decision : null);
    if (!answer.ok) return { stored: null, shown: isShown };
    const stored = { ...concept, changedAt: answer.value.changedAt };
    const reopened: Decided = { concept: stored, decision: "reopen", reason: "" };
    const undo = { label: t("undo"), onUndo: () => void send(reopened) };
    addToast(
      t(sentences[decision], { term: getConceptName(concept) }),
      decision === "reopen" ? undefined : undo,
      conceptId,
    );
    return { stored, shown: isShown };
  };
  return {
    /** Why the last decision was not taken, null when it was, or was about another concept. */
    findFailure: (conceptId: string | null) => (failed?.id === conceptId && !isOver ? failed.failure : null),
    approve: (concept: StoredConcept) => void send({ concept, decision: "approve", reason: "" }),
    reopen: (concept: StoredConcept) => void send({ concept, decision: "reopen", reason: "" }),
    reject: (concept: StoredConcept, reason: string) => send({ concept, decision: "reject", reason }),
  };
}

/** About the same concept, and the same but for the concept's moment: a reason that was typed on is another decision. */
function isSame(a: Decided, b: Decided): boolean {
  return a.concept.id === b.concept.id && a.decision === b.decision && a.reason === b.reason;
}
