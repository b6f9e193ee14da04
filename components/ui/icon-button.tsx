import { Button as BaseButton } from "@base-ui/react/button";
import type { LucideIcon } from "lucide-react";
import type { ComponentProps } from "react";

export type IconButtonProps = Omit<
  ComponentProps<typeof BaseButton>,
  "className" | "children" | "aria-label"
> & {
  readonly icon: LucideIcon;
  /** Its accessible name, since it has no text. */
  readonly label: string;
};

export function IconButton({ icon: Icon, label, ...props }: IconButtonProps) {
  return (
    <BaseButton
      focusableWhenDisabled
      {...props}
      aria-label={label}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-wash hover:text-ink data-disabled:opacity-50"
    >
      <Icon aria-hidden size={16} />
    </BaseButton>
  );
}
