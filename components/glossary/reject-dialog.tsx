"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { getConceptName } from "#components/glossary/pick-terms.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { type ConceptDetail, conceptLimits } from "#core/glossary/concept.ts";

export type RejectDialogProps = {
  readonly concept: ConceptDetail;
  readonly onClose: () => void;
  readonly onReject: (concept: ConceptDetail, reason: string) => Promise<boolean>;
};

/** Asks why, since whoever proposed it will read the reason. */
export function RejectDialog({ concept, onClose, onReject }: RejectDialogProps) {
  const t = useTranslations("glossary");
  const [reason, setReason] = useState("");
  const reject = async () => {
    if (await onReject(concept, reason)) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("rejectTitle", { term: getConceptName(concept) })}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" onClick={() => void reject()}>
            {t("reject")}
          </Button>
        </>
      }
    >
      <Field label={t("reason")} hint={t("reasonHint")}>
        <Textarea value={reason} maxLength={conceptLimits.reason} onValueChange={setReason} rows={3} />
      </Field>
    </Dialog>
  );
}
