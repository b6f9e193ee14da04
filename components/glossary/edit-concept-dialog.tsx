"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, type ReactNode, useId } from "react";
import { type ConceptField, listLines } from "#components/glossary/concept-form.ts";
import { NamesakeNotice } from "#components/glossary/namesake-notice.tsx";
import { getConceptName } from "#components/glossary/pick-terms.ts";
import { useConceptEdit } from "#components/glossary/use-concept-edit.ts";
import { useNamesakes } from "#components/glossary/use-namesakes.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RestoredNote } from "#components/ui/restored-note.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { conceptLimits, type StoredConcept } from "#core/glossary/concept.ts";

export type EditConceptDialogProps = {
  readonly projectId: string;
  readonly concept: StoredConcept;
  readonly onClose: () => void;
  readonly onOpenConcept: (conceptId: string) => void;
  readonly onChanged: () => void;
};

type Edit = ReturnType<typeof useConceptEdit>;

/** Changes the facts and terms of a concept. Closing keeps what was typed for the next time. */
export function EditConceptDialog(props: EditConceptDialogProps) {
  const { projectId, concept, onClose, onChanged } = props;
  const t = useTranslations("glossary");
  const formId = useId();
  const edit = useConceptEdit(concept, { onChanged, onDone: onClose });
  const namesakes = useNamesakes(projectId, listLines(edit.form.chinese), concept.id);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void edit.save();
  };
  return (
    <Dialog
      onClose={onClose}
      title={t("editTitle", { term: getConceptName(concept) })}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            type="submit"
            form={formId}
            look="primary"
            disabled={edit.form.chinese.trim() === "" || edit.isSaving}
          >
            {t("save")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {edit.isRestored && !edit.meanwhile && <RestoredNote onClear={edit.startOver} />}
        {edit.meanwhile && (
          <p role="alert" className="rounded-md border border-line bg-wash px-4 py-3">
            {t("meanwhile", { count: edit.meanwhile.clashes.length })}
          </p>
        )}
        <TermFields edit={edit} />
        {namesakes.length > 0 && (
          <div role="status">
            <NamesakeNotice sentence="alreadyThere" namesakes={namesakes} onOpen={props.onOpenConcept} />
          </div>
        )}
        <FactFields edit={edit} />
        {edit.failure && <ErrorText error={edit.failure} />}
      </form>
    </Dialog>
  );
}

function TermFields({ edit }: { readonly edit: Edit }) {
  const t = useTranslations("glossary");
  return (
    <>
      <EditField edit={edit} field="chinese" label={t("chineseTerms")} hint={t("oneOnEachLine")}>
        <Textarea
          lang="zh-CN"
          rows={2}
          value={edit.form.chinese}
          onValueChange={(value) => edit.set("chinese", value)}
        />
      </EditField>
      <EditField edit={edit} field="preferred" label={t("preferredRendering")}>
        <Input
          lang="en"
          maxLength={conceptLimits.rendering}
          value={edit.form.preferred}
          onValueChange={(value) => edit.set("preferred", value)}
        />
      </EditField>
      <EditField edit={edit} field="admitted" label={t("admittedRenderings")} hint={t("oneOnEachLine")}>
        <Textarea
          lang="en"
          rows={2}
          value={edit.form.admitted}
          onValueChange={(value) => edit.set("admitted", value)}
        />
      </EditField>
      <EditField edit={edit} field="forbidden" label={t("forbiddenRenderings")} hint={t("oneOnEachLine")}>
        <Textarea
          lang="en"
          rows={2}
          value={edit.form.forbidden}
          onValueChange={(value) => edit.set("forbidden", value)}
        />
      </EditField>
    </>
  );
}

function FactFields({ edit }: { readonly edit: Edit }) {
  const t = useTranslations("glossary");
  return (
    <>
      <EditField edit={edit} field="definition" label={t("definition")}>
        <Textarea
          rows={3}
          maxLength={conceptLimits.definition}
          value={edit.form.definition}
          onValueChange={(value) => edit.set("definition", value)}
        />
      </EditField>
      <EditField edit={edit} field="domain" label={t("domain")}>
        <Input
          maxLength={conceptLimits.domain}
          value={edit.form.domain}
          onValueChange={(value) => edit.set("domain", value)}
        />
      </EditField>
      <EditField edit={edit} field="note" label={t("note")}>
        <Textarea
          rows={2}
          maxLength={conceptLimits.note}
          value={edit.form.note}
          onValueChange={(value) => edit.set("note", value)}
        />
      </EditField>
    </>
  );
}

type EditFieldProps = {
  readonly edit: Edit;
  readonly field: ConceptField;
  readonly label: string;
  readonly hint?: string;
  readonly children: ReactNode;
};

/** A field; under it what somebody else put there meanwhile, where both differ. */
function EditField({ edit, field, label, hint, children }: EditFieldProps) {
  const t = useTranslations("glossary");
  const theirs = edit.meanwhile?.theirs[field] ?? "";
  const isClash = edit.meanwhile?.clashes.includes(field) && edit.form[field] !== theirs;
  return (
    <div className="flex flex-col gap-1">
      <Field label={label} hint={hint}>
        {children}
      </Field>
      {isClash && (
        <p className="flex items-start justify-between gap-4 text-amber">
          <span className="whitespace-pre-line">
            {theirs === "" ? t("theirsEmpty") : t("theirs", { text: theirs })}
          </span>
          <button
            type="button"
            className="min-h-6 shrink-0 underline underline-offset-3"
            onClick={() => edit.set(field, theirs)}
          >
            {t("useTheirs")}
          </button>
        </p>
      )}
    </div>
  );
}
