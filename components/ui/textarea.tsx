"use client";
import { Field } from "@base-ui/react/field";
import type { ComponentProps } from "react";

export function Textarea(
  props: Pick<ComponentProps<"textarea">, "rows" | "lang" | "placeholder" | "maxLength" | "onPaste"> & {
    readonly value: string;
    readonly onValueChange: (value: string) => void;
  },
) {
  return (
    <Field.Control
      value={props.value}
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
