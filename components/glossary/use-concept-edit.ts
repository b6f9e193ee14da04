/** An edit of a concept that loses nothing: kept while it is typed, merged when somebody else was faster, undone if asked. */
import { useTranslations } from "next-intl";
import { useState } from "react";
import { callAction } from "#client/ask-server.ts";
import { useDraft } from "#client/drafts/use-draft.ts";
import { fetchConcept } from "#client/glossary/concept-requests.ts";
import {
  type ConceptField,
  type ConceptForm,
  conceptDraftSchema,
  listTerms,
  mergeForms,
  readForm,
} from "#components/glossary/concept-form.ts";
import { getConceptName } from "#components/glossary/pick-terms.ts";
import { addToast } from "#components/ui/toast-queue.ts";
import type { ShownFailure } from "#core/errors.ts";
import type { StoredConcept } from "#core/glossary/concept.ts";
import { editConceptAction } from "#server/glossary/actions.ts";

/** What somebody else saved meanwhile, and the fields in which both differ. */
type Meanwhile = { readonly theirs: ConceptForm; readonly clashes: readonly ConceptField[] };

export type ConceptEditOptions = {
  /** The concept is stored as it was typed, or as it was before. */
  readonly onChanged: () => void;
  /** All that was typed is stored. */
  readonly onDone: () => void;
};

export function useConceptEdit(concept: StoredConcept, { onChanged, onDone }: ConceptEditOptions) {
  const t = useTranslations("glossary");
  const base = readForm(concept);
  const draft = useDraft(
    `concept.${concept.id}`,
    { form: base, base, changedAt: concept.changedAt },
    conceptDraftSchema,
  );
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  const [isSaving, setSaving] = useState(false);

  const sendForm = (form: ConceptForm, changedAt: number) => {
    const { definition, domain, note } = form;
    const edit = {
      conceptId: concept.id,
      definition,
      domain,
      note,
      terms: listTerms(form, concept),
      changedAt,
    };
    return callAction(() => editConceptAction(edit));
  };
  /** Puts what was typed on top of what is stored now. */
  const mergeStored = async () => {
    const answer = await fetchConcept(concept.id);
    if (!answer.ok) return setFailure(answer.failure);
    const theirs = readForm(answer.value);
    const mine = draft.readLatest();
    const { form, clashes } = mergeForms(mine.base, mine.form, theirs);
    draft.set({ form, base: theirs, changedAt: answer.value.changedAt });
    setMeanwhile({ theirs, clashes });
    setFailure(null);
  };
  const save = async () => {
    const sent = draft.value;
    const { form, base: before, changedAt } = sent;
    setSaving(true);
    const answer = await sendForm(form, changedAt);
    const isConflict = !answer.ok && answer.failure !== "unreachable" && answer.failure.code === "conflict";
    if (isConflict) await mergeStored();
    setSaving(false);
    if (!answer.ok) return isConflict ? undefined : setFailure(answer.failure);
    const isAll = draft.settle(sent);
    // What was typed while the answer was on its way is a change of what is stored now.
    if (!isAll) draft.set({ form: draft.readLatest().form, base: form, changedAt: answer.value.changedAt });
    setMeanwhile(null);
    setFailure(null);
    const undo = async () => {
      const undone = await sendForm(before, answer.value.changedAt);
      addToast(undone.ok ? t("editUndone") : t("editNotUndone"));
      onChanged();
    };
    addToast(t("saved", { term: getConceptName(concept) }), { label: t("undo"), onUndo: () => void undo() });
    onChanged();
    return isAll ? onDone() : undefined;
  };
  return {
    form: draft.value.form,
    isRestored: draft.isRestored,
    set: (field: ConceptField, value: string) =>
      draft.set({ ...draft.value, form: { ...draft.value.form, [field]: value } }),
    startOver: draft.clear,
    meanwhile,
    failure,
    isSaving,
    save,
  };
}
