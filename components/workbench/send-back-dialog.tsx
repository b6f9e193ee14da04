"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

type SendBackProps = {
  readonly onClose: () => void;
  /** Gets the reason, trimmed and not empty; false when it did not arrive, and the dialog then keeps it. */
  readonly onSend: (reason: string) => Promise<boolean>;
};

/** Asks why a segment goes back to its translator. */
export function SendBackDialog({ onClose, onSend }: SendBackProps) {
  const t = useTranslations("workbench");
  const [reason, setReason] = useState("");
  const send = async () => {
    if (await onSend(reason.trim())) onClose();
  };
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t("bar.sendBack")}
      actions={
        <Button look="primary" disabled={reason.trim() === ""} onClick={() => void send()}>
          {t("bar.sendBack")}
        </Button>
      }
    >
      <Field label={t("sendBackReason")}>
        <Textarea value={reason} onValueChange={setReason} />
      </Field>
    </Dialog>
  );
}
