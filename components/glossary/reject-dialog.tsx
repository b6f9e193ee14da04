"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { z } from "zod";
import { useDraft } from "#client/drafts/use-draft.ts";
import { getConceptName } from "#components/glossary/pick-terms.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { ErrorText } from "#components/ui/error-text.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { ShownFailure } from "#core/errors.ts";
import { conceptLimits, type StoredConcept } from "#core/glossary/concept.ts";

export type RejectDialogProps = {
  readonly concept: StoredConcept;
  readonly onClose: () => void;
  readonly onReject: OnReject;
  /** Why the last decision about it was not taken. */
  readonly failure: ShownFailure | null;
};

/** Resolves to the concept as it is stored then, null when it was not rejected. */
export type OnReject = (concept: StoredConcept, reason: string) => Promise<StoredConcept | null>;

/** Asks why, since whoever proposed it will read the reason. */
export function RejectDialog({ concept, onClose, onReject, failure }: RejectDialogProps) {
  const t = useTranslations("glossary");
  const formId = useId();
  const reason = useDraft(`reason.${concept.id}`, "", z.string());
  const [stored, setStored] = useState(concept);
  const [isRefused, setRefused] = useState(false);
  const reject = async (event: FormEvent) => {
    event.preventDefault();
    const sent = reason.value;
    const rejected = await onReject(stored, sent);
    setRefused(rejected === null);
    // What was typed meanwhile may be sent again, as the reason of the same decision.
    if (rejected) setStored(rejected);
    // Refused or not, the panel behind tells; a reason that was refused is kept for another try.
    if (rejected ? reason.settle(sent) : reason.isStill(sent)) onClose();
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
      <form id={formId} onSubmit={(event) => void reject(event)} className="flex flex-col gap-4">
        <Field label={t("reason")} hint={t("reasonHint")}>
          <Textarea
            value={reason.value}
            maxLength={conceptLimits.reason}
            onValueChange={reason.set}
            rows={3}
          />
        </Field>
        {isRefused && failure && <ErrorText error={failure} />}
      </form>
    </Dialog>
  );
}
