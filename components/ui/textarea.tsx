"use client";
import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";

export function Textarea(
  props: Omit<ComponentProps<"textarea">, "className" | "ref" | "defaultValue" | "value" | "onChange"> & {
    readonly value?: string;
    readonly defaultValue?: string;
    readonly onValueChange?: (value: string) => void;
  },
) {
  return (
    <Field.Control
      value={props.value}
      defaultValue={props.defaultValue}
      onValueChange={props.onValueChange}
      render={
        <textarea
          rows={props.rows ?? 4}
          lang={props.lang}
          placeholder={props.placeholder}
          maxLength={props.maxLength}
          onPaste={props.onPaste}
          className="w-full rounded-md border border-line bg-raised px-3 py-2 -outline-offset-1 placeholder:text-faint"
        />
      }
    />
  );
}
