import type { SegmentState } from "#core/articles/states.ts";

// Empty ring, half ring, full dot, square: the shape tells the state without its colour.
const looks: Record<SegmentState, string> = {
  untranslated: "rounded-full border-faint",
  draft:
    "rounded-full border-amber bg-linear-to-r from-amber from-50% to-transparent to-50% forced-colors:from-[CanvasText]",
  translated: "rounded-full border-jade bg-jade forced-colors:bg-[CanvasText]",
  approved: "rounded-[1px] border-seal bg-seal forced-colors:bg-[CanvasText]",
};

export function StateDot({ state, label }: { readonly state: SegmentState; readonly label: string }) {
  return (
    <span role="img" aria-label={label} className={`inline-block size-2 border-[1.5px] ${looks[state]}`} />
  );
}
