import type { ReactNode } from "react";

const tones = {
  calm: "bg-wash text-muted",
  seal: "bg-seal-wash text-seal",
  struck: "bg-wash text-muted line-through",
};

export function Chip({
  tone = "calm",
  children,
}: {
  readonly tone?: keyof typeof tones;
  readonly children: ReactNode;
}) {
  return (
    <span className={`rounded-full px-2 font-medium text-[11px]/[18px] ${tones[tone]}`}>{children}</span>
  );
}
