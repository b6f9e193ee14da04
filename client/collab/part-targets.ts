/** Targets of one part's Y.Doc as views that keep their identity until their text changes. */
import type * as Y from "yjs";
import { hashContent, isEmptyContent } from "#core/articles/canonical.ts";
import { findSegmentId, getFragment, readTarget } from "#core/articles/part-text.ts";
import type { TargetView } from "./session-types.ts";

export class PartTargets {
  readonly #doc: Y.Doc;
  readonly #segmentOfFragment = new Map<unknown, string>();
  readonly #views = new Map<string, TargetView>();
  #isEditable = false;

  /** `onChange` hears the ids of the segments that a transaction changed. */
  constructor(doc: Y.Doc, segmentIds: readonly string[], onChange: (segmentIds: readonly string[]) => void) {
    this.#doc = doc;
    for (const id of segmentIds) this.#segmentOfFragment.set(getFragment(doc, id), id);
    doc.on("afterTransaction", (transaction: Y.Transaction) => {
      const changed: string[] = [];
      for (const type of transaction.changedParentTypes.keys()) {
        const id = this.#segmentOfFragment.get(type);
        if (id === undefined) continue;
        this.#views.delete(id);
        changed.push(id);
      }
      if (changed.length > 0) onChange(changed);
    });
  }

  /** Whether all of them may be edited; all views are new when that changes. */
  setEditable(isEditable: boolean): void {
    if (isEditable === this.#isEditable) return;
    this.#isEditable = isEditable;
    this.#views.clear();
  }

  get(segmentId: string): TargetView {
    const known = this.#views.get(segmentId);
    if (known) return known;
    const { content, valid } = readTarget(getFragment(this.#doc, segmentId));
    let hash: string | null = null;
    const view: TargetView = {
      content,
      valid,
      get hash() {
        hash ??= hashContent(content);
        return hash;
      },
      isLoaded: true,
      isEditable: this.#isEditable,
      isEmpty: isEmptyContent(content),
    };
    this.#views.set(segmentId, view);
    return view;
  }
}

/** The segments whose fragments hold text, by their roots in a document that nobody else uses. */
export function listSegmentIds(doc: Y.Doc): string[] {
  return [...doc.share.keys()].flatMap((name) => findSegmentId(name) ?? []);
}
