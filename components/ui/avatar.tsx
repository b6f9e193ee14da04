import type { ReactNode } from "react";
import { getInitial, personColors } from "#core/people/colors.ts";

export type AvatarProps = { readonly name: string; readonly color: string };

/** One person: their initial on their colour. A colour that the theme does not know becomes the first. */
export function Avatar({ name, color }: AvatarProps) {
  const known = personColors.find((each) => each === color) ?? personColors[0];
  return (
    <span
      role="img"
      aria-label={name}
      title={name}
      style={{ background: `var(--${known})` }}
      className="inline-block size-6.5 rounded-full border-2 border-paper text-center font-semibold text-[11px]/[22px] text-paper"
    >
      {getInitial(name)}
    </span>
  );
}

export function AvatarGroup({ children }: { readonly children: ReactNode }) {
  return <span className="inline-flex -space-x-2">{children}</span>;
}
