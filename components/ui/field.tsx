"use client";
import { Field as BaseField } from "@base-ui/react/field";
import type { ReactNode } from "react";

export type FieldProps = {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: ReactNode;
  readonly children: ReactNode;
};

/** A label, one control (Input or Textarea), and what there is to say about it. */
export function Field({ label, hint, error, children }: FieldProps) {
  return (
    <BaseField.Root invalid={Boolean(error)} className="flex flex-col gap-1">
      <BaseField.Label className="font-medium">{label}</BaseField.Label>
      {children}
      {hint && <BaseField.Description className="text-muted">{hint}</BaseField.Description>}
      {error && (
        <BaseField.Error match className="text-seal">
          {error}
        </BaseField.Error>
      )}
    </BaseField.Root>
  );
}
