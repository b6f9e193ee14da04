/**
 * What the workbench shows beside the text: which segment is active and the state of each. It lives outside React, so
 * that a key press wakes only the rows that it changes.
 */
import type { ArticleSession } from "#client/collab/article-session.ts";
import { Listeners } from "#client/listeners.ts";
import {
  type Confirmation,
  findConfirmation,
  getSegmentState,
  type Progress,
  type SegmentState,
  segmentStates,
} from "#core/articles/states.ts";

/** Where the caret goes: a place in pixels from the upper left corner of the text's box, or an end of the text. */
export type CaretPlace = { readonly x: number; readonly y: number } | "start" | "end";

export type ActivePlace = {
  readonly segmentId: string;
  readonly caret: CaretPlace;
  readonly isEditing: boolean;
  /** What had the focus then. */
  readonly from: Element | null;
};

export type ModelSegment = {
  readonly id: string;
  readonly number: number;
  readonly sourceText: string;
  readonly sourceHash: string;
};

export type SegmentConfirmation = Confirmation & { readonly segmentId: string };

type ModelOptions<Given extends SegmentConfirmation> = {
  readonly session: ArticleSession;
  readonly segments: readonly ModelSegment[];
  readonly confirmations: readonly Given[];
};

export class WorkbenchModel<Given extends SegmentConfirmation> {
  readonly #session: ArticleSession;
  readonly #segments: readonly ModelSegment[];
  readonly #byId: ReadonlyMap<string, ModelSegment>;
  readonly #states = new Map<string, SegmentState>();
  readonly #activeChanged = new Listeners();
  readonly #statesChanged = new Listeners();
  #confirmations = new Map<string, Given[]>();
  #active: ActivePlace | null = null;
  #progress: Progress | null = null;

  constructor(options: ModelOptions<Given>) {
    this.#session = options.session;
    this.#segments = options.segments;
    this.#byId = new Map(options.segments.map((segment) => [segment.id, segment]));
    this.setConfirmations(options.confirmations);
    options.session.subscribeTargets((ids) => this.#refresh(ids));
  }

  readonly getActive = (): ActivePlace | null => this.#active;
  readonly subscribeActive = (listener: () => void): (() => void) => this.#activeChanged.add(listener);
  readonly subscribeStates = (listener: () => void): (() => void) => this.#statesChanged.add(listener);

  /** Makes a segment the active one; with `isEditing` false it is only marked. */
  activate(segmentId: string, caret: CaretPlace = "end", isEditing = true): void {
    if (!this.#byId.has(segmentId)) return;
    this.#active = { segmentId, caret, isEditing, from: document.activeElement };
    this.#session.setPresence(segmentId);
    this.#activeChanged.call();
  }

  /** Leaves the text; the segment stays marked. */
  leave(): void {
    if (!this.#active) return;
    this.#active = { ...this.#active, isEditing: false };
    this.#activeChanged.call();
  }

  /** The neighbour of the active segment, the first when none is active. */
  findNeighbour(step: 1 | -1): ModelSegment | null {
    const number = this.#activeNumber();
    return this.#segments[number === 0 ? 0 : number - 1 + step] ?? null;
  }

  /** The next segment after the active one, then from the top, that is not yet at the level that the reader can give. */
  findNextWork(canApprove: boolean): ModelSegment | null {
    const from = this.#activeNumber();
    const order = [...this.#segments.slice(from), ...this.#segments.slice(0, Math.max(0, from - 1))];
    const isWork = (state: SegmentState) => state !== "approved" && (canApprove || state !== "translated");
    return order.find((segment) => isWork(this.getState(segment.id))) ?? null;
  }

  #activeNumber(): number {
    return this.#active ? (this.#byId.get(this.#active.segmentId)?.number ?? 0) : 0;
  }

  getState(segmentId: string): SegmentState {
    const known = this.#states.get(segmentId);
    if (known) return known;
    const state = this.#computeState(segmentId);
    this.#states.set(segmentId, state);
    return state;
  }

  #computeState(segmentId: string): SegmentState {
    const target = this.#session.getTarget(segmentId);
    const given = this.#confirmations.get(segmentId);
    // Without a confirmation no hash has to be computed.
    if (target.isEmpty || !given) return getSegmentState(target.isEmpty, [], "", "");
    return getSegmentState(false, given, this.#byId.get(segmentId)?.sourceHash ?? "", target.hash);
  }

  /** The confirmation that makes the present state, null when there is none. */
  findConfirmation(segmentId: string): Given | null {
    const sourceHash = this.#byId.get(segmentId)?.sourceHash ?? "";
    const { hash } = this.#session.getTarget(segmentId);
    return findConfirmation(this.#confirmations.get(segmentId) ?? [], sourceHash, hash);
  }

  /** All confirmations ever given to a segment, oldest first. */
  listConfirmations(segmentId: string): readonly Given[] {
    return this.#confirmations.get(segmentId) ?? [];
  }

  /** Takes the server's list in place of the known one. */
  setConfirmations(confirmations: readonly Given[]): void {
    this.#confirmations = new Map();
    for (const each of confirmations) {
      const known = this.#confirmations.get(each.segmentId);
      if (known) known.push(each);
      else this.#confirmations.set(each.segmentId, [each]);
    }
    this.#states.clear();
    this.#progress = null;
    this.#statesChanged.call();
  }

  /** Segments and source characters by state: they add up to all. The same object until something changes. */
  readonly getProgress = (): Progress => {
    if (this.#progress) return this.#progress;
    const sums = Object.fromEntries(segmentStates.map((state) => [state, { segments: 0, characters: 0 }]));
    for (const segment of this.#segments) {
      const sum = sums[this.getState(segment.id)];
      if (!sum) continue;
      sum.segments += 1;
      sum.characters += segment.sourceText.length;
    }
    // The keys are exactly those of `segmentStates`, which `fromEntries` forgets.
    this.#progress = sums as Record<SegmentState, { segments: number; characters: number }>;
    return this.#progress;
  };

  #refresh(segmentIds: readonly string[]): void {
    let isChanged = false;
    for (const id of segmentIds) {
      const state = this.#computeState(id);
      if (this.#states.get(id) !== state) isChanged = true;
      this.#states.set(id, state);
    }
    if (!isChanged) return;
    this.#progress = null;
    this.#statesChanged.call();
  }
}
