import type { ReactNode } from "react";

export function Kbd({ children }: { readonly children: ReactNode }) {
  return (
    <kbd className="rounded-sm border border-line border-b-2 bg-raised px-1.5 font-medium font-ui text-[11px] text-muted">
      {children}
    </kbd>
  );
}
