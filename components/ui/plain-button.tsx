import type { ComponentProps, MouseEvent } from "react";

export type PlainButtonProps = ComponentProps<"button">;

/** A button without a look. One that is disabled does nothing, but keeps the focus: it may only wait for an answer. */
export function PlainButton({ disabled = false, onClick, type = "button", ...props }: PlainButtonProps) {
  return (
    <button
      {...props}
      type={type}
      aria-disabled={disabled || undefined}
      onClick={disabled ? ignore : onClick}
    />
  );
}

/** Nor does it send its form. */
function ignore(event: MouseEvent): void {
  event.preventDefault();
}
