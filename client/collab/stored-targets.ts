/** The targets that came with the page: what the last store found, shown until a part's Y.Doc arrives. */
import { isEmptyContent } from "#core/articles/canonical.ts";
import type { SessionSegment, TargetView } from "./session-types.ts";

const empty: TargetView = {
  content: [],
  hash: "",
  valid: true,
  isLoaded: false,
  isEditable: false,
  isEmpty: true,
};

export class StoredTargets {
  readonly #views = new Map<string, TargetView>();
  readonly #segments: ReadonlyMap<string, SessionSegment>;

  constructor(segments: readonly SessionSegment[]) {
    this.#segments = new Map(segments.map((segment) => [segment.id, segment]));
  }

  /** Built when first asked for: a long article has thousands that are never looked at. */
  get(segmentId: string): TargetView {
    const known = this.#views.get(segmentId);
    if (known) return known;
    const segment = this.#segments.get(segmentId);
    if (!segment) return empty;
    const view: TargetView = {
      content: segment.target,
      get hash() {
        return segment.targetHash;
      },
      valid: segment.targetValid,
      isLoaded: false,
      isEditable: false,
      isEmpty: isEmptyContent(segment.target),
    };
    this.#views.set(segmentId, view);
    return view;
  }
}
