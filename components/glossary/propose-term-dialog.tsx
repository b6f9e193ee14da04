"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { z } from "zod";
import { callAction } from "#client/ask-server.ts";
import { useDraft } from "#client/drafts/use-draft.ts";
import { NamesakeNotice } from "#components/glossary/namesake-notice.tsx";
import { useNamesakes } from "#components/glossary/use-namesakes.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { RestoredNote } from "#components/ui/restored-note.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { addToast } from "#components/ui/toast-queue.ts";
import type { ShownFailure } from "#core/errors.ts";
import { conceptLimits, type Namesake } from "#core/glossary/concept.ts";
import { proposeConceptAction } from "#server/glossary/actions.ts";

export type ProposeTermDialogProps = {
  readonly onClose: () => void;
  readonly projectId: string;
  /** The segment it was found in, null when it is added by hand. */
  readonly segmentId: string | null;
  /** The Chinese term to begin with. */
  readonly text: string;
  readonly onProposed?: (conceptId: string) => void;
  /** Shows a concept that has the term already; without it, the glossary opens in another tab, beside the text. */
  readonly onOpenConcept?: (conceptId: string) => void;
};

const draftSchema = z.object({ sourceTerm: z.string(), rendering: z.string(), definition: z.string() });
type TermDraftFields = z.infer<typeof draftSchema>;

/** Proposes a term with its rendering. What was typed stays until it was sent, and a term that is there is named. */
export function ProposeTermDialog(props: ProposeTermDialogProps) {
  const t = useTranslations("glossary");
  const formId = useId();
  const { projectId, text } = props;
  const empty = { sourceTerm: text, rendering: "", definition: "" };
  const draft = useDraft(`term.${projectId}.${text}`, empty, draftSchema);
  const { isSending, failure, proposed, propose } = usePropose(props, draft.settle);
  const found = useNamesakes(projectId, [draft.value.sourceTerm], null);
  const isProposed = proposed !== null && proposed.text === normalise(draft.value.sourceTerm);
  const isNews = isProposed && !found.some(({ id }) => id === proposed.id);
  const namesakes = isNews ? [...found, proposed] : found;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void propose(draft.value);
  };
  const isReady = draft.value.sourceTerm.trim() !== "" && draft.value.rendering.trim() !== "";
  return (
    <Dialog
      onClose={props.onClose}
      title={t("add")}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t("cancel")}</Button>
          <Button type="submit" form={formId} look="primary" disabled={!isReady || isSending}>
            {namesakes.length > 0 ? t("addMeaning") : t("propose")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        {draft.isRestored && <RestoredNote onClear={draft.clear} />}
        <ProposalFields
          value={draft.value}
          isGiven={text !== ""}
          namesakes={namesakes}
          onChange={draft.set}
          onOpen={(id) =>
            props.onOpenConcept
              ? props.onOpenConcept(id)
              : window.open(`/projects/${projectId}/glossary?concept=${id}`)
          }
        />
        {failure && <ProposalFailure failure={failure} />}
      </form>
    </Dialog>
  );
}

type ProposalFieldsProps = {
  readonly value: TermDraftFields;
  /** True when the Chinese term came with the dialog. */
  readonly isGiven: boolean;
  readonly namesakes: readonly Namesake[];
  readonly onChange: (value: TermDraftFields) => void;
  readonly onOpen: (conceptId: string) => void;
};

function ProposalFields({ value, isGiven, namesakes, onChange, onOpen }: ProposalFieldsProps) {
  const t = useTranslations("glossary");
  return (
    <>
      <Field label={t("sourceTerm")}>
        <Input
          lang="zh-CN"
          value={value.sourceTerm}
          maxLength={conceptLimits.source}
          onValueChange={(sourceTerm) => onChange({ ...value, sourceTerm })}
          autoFocus={!isGiven}
        />
      </Field>
      {namesakes.length > 0 && (
        <div role="status">
          <NamesakeNotice sentence="alreadyThere" namesakes={namesakes} onOpen={onOpen} />
        </div>
      )}
      <Field label={t("rendering")}>
        <Input
          lang="en"
          value={value.rendering}
          maxLength={conceptLimits.rendering}
          onValueChange={(rendering) => onChange({ ...value, rendering })}
          autoFocus={isGiven}
        />
      </Field>
      <Field label={t("definition")} hint={t("definitionHint")}>
        <Textarea
          value={value.definition}
          maxLength={conceptLimits.definition}
          onValueChange={(definition) => onChange({ ...value, definition })}
          rows={3}
        />
      </Field>
    </>
  );
}

/** The one conflict there can be: the very same term with the very same rendering. */
function ProposalFailure({ failure }: { readonly failure: ShownFailure }) {
  const t = useTranslations("glossary");
  if (failure === "unreachable" || failure.code !== "conflict") return <ErrorText error={failure} />;
  return (
    <p role="alert" className="text-seal">
      {t("sameIsThere")}
    </p>
  );
}

/** As the server stores a term. */
const normalise = (typed: string) => typed.normalize("NFC").trim();

/** `settle` hears what is stored now, and says whether that was all. */
function usePropose(props: ProposeTermDialogProps, settle: (fields: TermDraftFields) => boolean) {
  const { projectId, segmentId, onClose, onProposed } = props;
  const t = useTranslations("glossary");
  const [isSending, setSending] = useState(false);
  const [failure, setFailure] = useState<ShownFailure | null>(null);
  /** What was proposed from this dialog last: the next is another meaning. */
  const [proposed, setProposed] = useState<Namesake | null>(null);
  const propose = async (fields: TermDraftFields) => {
    setSending(true);
    const answer = await callAction(() =>
      proposeConceptAction({ ...fields, projectId, evidenceSegmentId: segmentId }),
    );
    setSending(false);
    setFailure(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    const text = normalise(fields.sourceTerm);
    setProposed({ id: answer.value.conceptId, state: "proposed", text, rendering: fields.rendering.trim() });
    addToast(t("proposed", { term: fields.sourceTerm.trim() }));
    if (settle(fields)) onClose();
    onProposed?.(answer.value.conceptId);
  };
  return { isSending, failure, proposed, propose };
}
