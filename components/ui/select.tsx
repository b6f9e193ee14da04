import { ChevronDown } from "lucide-react";

export type SelectProps<Value extends string> = {
  /** Its accessible name; it stands alone, without a visible label. */
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
};

/** A short list to choose from: the browser's own, which every keyboard and phone knows. */
export function Select<Value extends string>({
  label,
  value,
  choices,
  onChange,
  isDisabled = false,
}: SelectProps<Value>) {
  return (
    <span className="relative inline-flex">
      <select
        aria-label={label}
        value={value}
        aria-disabled={isDisabled || undefined}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (chosen && !isDisabled) onChange(chosen.value);
        }}
        className="h-9 cursor-pointer appearance-none rounded-md border border-line bg-raised pr-8 pl-3 font-medium hover:bg-wash aria-disabled:cursor-default aria-disabled:opacity-50"
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden size={14} className="pointer-events-none absolute top-2.75 right-2.5" />
    </span>
  );
}
