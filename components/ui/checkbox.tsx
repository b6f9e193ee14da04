"use client";
import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check } from "lucide-react";
import type { ReactNode } from "react";

export type CheckboxProps = {
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
  readonly children: ReactNode;
};

export function Checkbox({ isChecked, onChange, children }: CheckboxProps) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control inside is Base UI's
    <label className="flex items-center gap-2">
      <BaseCheckbox.Root
        checked={isChecked}
        onCheckedChange={onChange}
        className="flex size-4 items-center justify-center rounded-[3px] border border-faint bg-raised text-paper data-checked:border-ink data-checked:bg-ink"
      >
        <BaseCheckbox.Indicator>
          <Check aria-hidden size={12} />
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span>{children}</span>
    </label>
  );
}
