"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { z } from "zod";
import { useDraft } from "#client/drafts/use-draft.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { reasonCharacterLimit } from "#core/articles/states.ts";

type SendBackProps = {
  readonly segmentId: string;
  readonly onClose: () => void;
  /** Gets the reason, trimmed and not empty; false when it did not arrive, and the dialog then keeps it. */
  readonly onSend: (reason: string) => Promise<boolean>;
};

/** Asks why a segment goes back to its translator. */
export function SendBackDialog({ segmentId, onClose, onSend }: SendBackProps) {
  const t = useTranslations("workbench");
  const reason = useDraft(`send-back.${segmentId}`, "", z.string());
  const [isSending, setSending] = useState(false);
  const send = async () => {
    const sent = reason.value;
    setSending(true);
    const isSent = await onSend(sent.trim());
    setSending(false);
    if (isSent && reason.settle(sent)) onClose();
  };
  return (
    <Dialog
      onClose={onClose}
      title={t("bar.sendBack")}
      actions={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            look="primary"
            disabled={reason.value.trim() === "" || isSending}
            onClick={() => void send()}
          >
            {t("bar.sendBack")}
          </Button>
        </>
      }
    >
      <Field label={t("sendBackReason")}>
        <Textarea value={reason.value} maxLength={reasonCharacterLimit} onValueChange={reason.set} />
      </Field>
    </Dialog>
  );
}
