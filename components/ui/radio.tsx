"use client";
import { Radio } from "@base-ui/react/radio";
import { RadioGroup as BaseRadioGroup } from "@base-ui/react/radio-group";

export type RadioChoice<Value extends string> = {
  readonly value: Value;
  readonly label: string;
};

export type RadioGroupProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly RadioChoice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly isReadOnly?: boolean;
};

export function RadioGroup<Value extends string>({
  label,
  value,
  choices,
  onChange,
  isReadOnly = false,
}: RadioGroupProps<Value>) {
  return (
    <BaseRadioGroup<Value>
      aria-label={label}
      value={value}
      onValueChange={onChange}
      readOnly={isReadOnly}
      className="flex flex-col gap-1"
    >
      {choices.map((choice) => (
        // biome-ignore lint/a11y/noLabelWithoutControl: the control inside is Base UI's
        <label key={choice.value} className="flex min-h-6 items-start gap-2">
          <Radio.Root
            value={choice.value}
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-faint bg-raised data-checked:border-ink"
          >
            <Radio.Indicator className="size-2 rounded-full bg-ink forced-colors:bg-[CanvasText]" />
          </Radio.Root>
          <span>{choice.label}</span>
        </label>
      ))}
    </BaseRadioGroup>
  );
}
