import type { ReactNode } from "react";

/** A line across a screen about the state that it is in; announced when it comes. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <p role="status" className="border-line border-y bg-wash px-7 py-2 text-amber max-sm:px-4">
      {children}
    </p>
  );
}
