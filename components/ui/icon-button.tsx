import type { LucideIcon } from "lucide-react";
import { PlainButton, type PlainButtonProps } from "#components/ui/plain-button.tsx";

export type IconButtonProps = Omit<PlainButtonProps, "className" | "children" | "aria-label"> & {
  readonly icon: LucideIcon;
  /** Its accessible name, since it has no text. */
  readonly label: string;
};

export function IconButton({ icon: Icon, label, ...props }: IconButtonProps) {
  return (
    <PlainButton
      {...props}
      aria-label={label}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-muted transition-colors hover:bg-wash hover:text-ink aria-disabled:opacity-50"
    >
      <Icon aria-hidden size={16} />
    </PlainButton>
  );
}
