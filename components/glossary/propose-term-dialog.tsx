"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { callAction } from "#client/glossary/call-action.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorText, type ShownError } from "#components/ui/error-text.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { addToast } from "#components/ui/toast-queue.ts";
import { conceptLimits } from "#core/glossary/concept.ts";
import { proposeConceptAction } from "#server/glossary/actions.ts";

export type ProposeTermDialogProps = {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly projectId: string;
  /** The segment it was found in, null when it is added by hand. */
  readonly segmentId: string | null;
  /** The Chinese term to begin with. */
  readonly text: string;
  readonly onProposed?: (conceptId: string) => void;
};

/** Proposes a term with its rendering. What was typed stays when the server refuses it. */
export function ProposeTermDialog(props: ProposeTermDialogProps) {
  const t = useTranslations("glossary");
  const formId = useId();
  const { isSending, error, propose } = usePropose(props);
  const [sourceTerm, setSourceTerm] = useState(props.text);
  const [rendering, setRendering] = useState("");
  const [definition, setDefinition] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void propose({ sourceTerm, rendering, definition });
  };
  const isReady = sourceTerm.trim() !== "" && rendering.trim() !== "";
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={props.onOpenChange}
      title={t("add")}
      actions={
        <>
          <Button onClick={() => props.onOpenChange(false)}>{t("cancel")}</Button>
          <Button type="submit" form={formId} look="primary" disabled={!isReady || isSending}>
            {t("propose")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4">
        <Field label={t("sourceTerm")}>
          <Input
            lang="zh-CN"
            value={sourceTerm}
            maxLength={conceptLimits.source}
            onValueChange={setSourceTerm}
            autoFocus={props.text === ""}
          />
        </Field>
        <Field label={t("rendering")}>
          <Input
            lang="en"
            value={rendering}
            maxLength={conceptLimits.rendering}
            onValueChange={setRendering}
            autoFocus={props.text !== ""}
          />
        </Field>
        <Field label={t("definition")} hint={t("definitionHint")}>
          <Textarea
            value={definition}
            maxLength={conceptLimits.definition}
            onValueChange={setDefinition}
            rows={3}
          />
        </Field>
        {error && <ErrorText error={error} />}
      </form>
    </Dialog>
  );
}

type Draft = { readonly sourceTerm: string; readonly rendering: string; readonly definition: string };

function usePropose({ projectId, segmentId, onOpenChange, onProposed }: ProposeTermDialogProps) {
  const t = useTranslations("glossary");
  const [isSending, setSending] = useState(false);
  const [error, setError] = useState<ShownError | null>(null);
  const propose = async (draft: Draft) => {
    setSending(true);
    const result = await callAction(() =>
      proposeConceptAction({ ...draft, projectId, evidenceSegmentId: segmentId }),
    );
    setSending(false);
    if (!result.ok) {
      setError(result.error);
      return;
    }
    addToast(t("proposed", { term: draft.sourceTerm.trim() }));
    onOpenChange(false);
    onProposed?.(result.value.conceptId);
  };
  return { isSending, error, propose };
}
