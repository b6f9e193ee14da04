import { PlainButton, type PlainButtonProps } from "#components/ui/plain-button.tsx";

type ButtonLook = "primary" | "plain" | "quiet";

const looks: Record<ButtonLook, string> = {
  primary: "border-ink bg-ink text-paper hover:opacity-90",
  plain: "border-line bg-raised text-ink hover:bg-wash",
  quiet: "border-transparent text-muted hover:bg-wash hover:text-ink",
};

export type ButtonProps = Omit<PlainButtonProps, "className"> & { readonly look?: ButtonLook };

export function Button({ look = "plain", ...props }: ButtonProps) {
  return (
    <PlainButton
      {...props}
      className={`inline-flex h-8 shrink-0 items-center gap-2 whitespace-nowrap rounded-md border px-3 font-medium transition-colors aria-disabled:opacity-50 ${looks[look]}`}
    />
  );
}
