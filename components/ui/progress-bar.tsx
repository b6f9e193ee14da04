import type { Progress, SegmentState } from "#core/articles/states.ts";

// What is done strongest stands first; the untranslated rest is the empty track.
const parts: readonly (readonly [Exclude<SegmentState, "untranslated">, string])[] = [
  ["approved", "bg-seal"],
  ["translated", "bg-jade"],
  ["draft", "bg-amber"],
];

/** A thin bar in parts by segments; the words beside it say the same, so it is hidden from screen readers. */
export function ProgressBar({ progress }: { readonly progress: Progress }) {
  const total = Object.values(progress).reduce((sum, part) => sum + part.segments, 0);
  return (
    <div aria-hidden className="flex h-[5px] overflow-hidden rounded-full bg-line forced-colors:border">
      {parts.map(([state, color]) => (
        <i
          key={state}
          className={`${color} forced-colors:bg-[CanvasText]`}
          style={{ width: `${total === 0 ? 0 : (100 * progress[state].segments) / total}%` }}
        />
      ))}
    </div>
  );
}
