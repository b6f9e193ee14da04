"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { type ActionError, callAction } from "#client/glossary/call-action.ts";
import { type ConceptForm, listTerms, readForm } from "#components/glossary/concept-form.ts";
import { getConceptName } from "#components/glossary/pick-terms.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { addToast } from "#components/ui/toast-queue.ts";
import { type ConceptDetail, conceptLimits } from "#core/glossary/concept.ts";
import { editConceptAction } from "#server/glossary/actions.ts";

export type EditConceptDialogProps = {
  readonly concept: ConceptDetail;
  readonly onClose: () => void;
  readonly onChanged: () => void;
};

/** Changes the facts and terms of a concept. */
export function EditConceptDialog(props: EditConceptDialogProps) {
  const t = useTranslations("glossary");
  const formId = useId();
  const [form, setForm] = useState(() => readForm(props.concept));
  const { error, save } = useSave(props);
  const set = (key: keyof ConceptForm) => (value: string) => setForm((now) => ({ ...now, [key]: value }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(form);
  };
  return (
    <Dialog
      isOpen
      onOpenChange={props.onClose}
      title={t("editTitle", { term: getConceptName(props.concept) })}
      actions={
        <>
          <Button onClick={props.onClose}>{t("cancel")}</Button>
          <Button type="submit" form={formId} look="primary" disabled={form.chinese.trim() === ""}>
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("chineseTerms")} hint={t("oneOnEachLine")}>
          <Textarea lang="zh-CN" rows={2} value={form.chinese} onValueChange={set("chinese")} />
        </Field>
        <Field label={t("preferredRendering")}>
          <Input
            lang="en"
            maxLength={conceptLimits.rendering}
            value={form.preferred}
            onValueChange={set("preferred")}
          />
        </Field>
        <Field label={t("admittedRenderings")} hint={t("oneOnEachLine")}>
          <Textarea lang="en" rows={2} value={form.admitted} onValueChange={set("admitted")} />
        </Field>
        <Field label={t("forbiddenRenderings")} hint={t("oneOnEachLine")}>
          <Textarea lang="en" rows={2} value={form.forbidden} onValueChange={set("forbidden")} />
        </Field>
        <Field label={t("definition")}>
          <Textarea
            rows={3}
            maxLength={conceptLimits.definition}
            value={form.definition}
            onValueChange={set("definition")}
          />
        </Field>
        <Field label={t("domain")}>
          <Input maxLength={conceptLimits.domain} value={form.domain} onValueChange={set("domain")} />
        </Field>
        <Field label={t("note")}>
          <Textarea rows={2} maxLength={conceptLimits.note} value={form.note} onValueChange={set("note")} />
        </Field>
        {error && <ErrorText error={error} />}
      </form>
    </Dialog>
  );
}

function useSave({ concept, onClose, onChanged }: EditConceptDialogProps) {
  const t = useTranslations("glossary");
  const [error, setError] = useState<ActionError | null>(null);
  // What was open when the dialog came: a change by somebody else meanwhile is a conflict, not overwritten.
  const [changedAt] = useState(concept.changedAt);
  const save = async (form: ConceptForm) => {
    const { definition, domain, note } = form;
    const edit = {
      conceptId: concept.id,
      definition,
      domain,
      note,
      terms: listTerms(form, concept),
      changedAt,
    };
    const result = await callAction(() => editConceptAction(edit));
    if (!result.ok) {
      setError(result.error);
      return;
    }
    addToast(t("saved", { term: getConceptName(concept) }));
    onChanged();
    onClose();
  };
  return { error, save };
}
