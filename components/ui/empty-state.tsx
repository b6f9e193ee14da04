import type { ReactNode } from "react";

/** One sentence that teaches one thing, and the one step to take. */
export function EmptyState({
  sentence,
  children,
}: {
  readonly sentence: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-4 rounded-md border border-line border-dashed px-6 py-10 text-center text-muted">
      <p className="text-balance">{sentence}</p>
      {children}
    </div>
  );
}
