"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId } from "react";
import { z } from "zod";
import { useDraft } from "#client/drafts/use-draft.ts";
import { getConceptName } from "#components/glossary/pick-terms.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { conceptLimits, type StoredConcept } from "#core/glossary/concept.ts";

export type RejectDialogProps = {
  readonly concept: StoredConcept;
  readonly onClose: () => void;
  readonly onReject: (concept: StoredConcept, reason: string) => Promise<boolean>;
};

/** Asks why, since whoever proposed it will read the reason. */
export function RejectDialog({ concept, onClose, onReject }: RejectDialogProps) {
  const t = useTranslations("glossary");
  const formId = useId();
  const reason = useDraft(`reason.${concept.id}`, "", z.string());
  const reject = async (event: FormEvent) => {
    event.preventDefault();
    if (await onReject(concept, reason.value)) reason.clear();
    // Refused or not, the panel behind tells; the reason is kept for another try.
    onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      title={t("rejectTitle", { term: getConceptName(concept) })}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" type="submit" form={formId}>
            {t("reject")}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void reject(event)}>
        <Field label={t("reason")} hint={t("reasonHint")}>
          <Textarea
            value={reason.value}
            maxLength={conceptLimits.reason}
            onValueChange={reason.set}
            rows={3}
          />
        </Field>
      </form>
    </Dialog>
  );
}
