/**
 * Undo across parts. A Y.UndoManager works inside one Y.Doc, so each part has its own, and this keeps the order in which
 * their steps were made. Steps are the writer's own only: the managers track the origins of this page alone.
 */
import * as Y from "yjs";
import { findSegmentId } from "#core/articles/part-text.ts";
import { WriterPace } from "./writer-pace.ts";

type StackItem = Y.UndoManager["undoStack"][number];
type Stack = "undoStack" | "redoStack";
type Step = { readonly manager: Y.UndoManager; readonly item: StackItem };

type StackEvent = {
  stackItem: StackItem;
  type: "undo" | "redo";
  origin: unknown;
  changedParentTypes: Map<unknown, unknown>;
};

const segmentKey = "segment";

/** The undo of one part's doc, for changes of these origins. */
export function createUndoManager(doc: Y.Doc, origins: ReadonlySet<unknown>): Y.UndoManager {
  return new Y.UndoManager(doc, {
    trackedOrigins: new Set(origins),
    // The writer's pace says when a step ends.
    captureTimeout: Number.MAX_SAFE_INTEGER,
    // Whoever types first makes the text that holds everybody's characters: taken back are characters, never that.
    deleteFilter: ({ content }) => !(content instanceof Y.ContentType && content.type instanceof Y.XmlText),
  });
}

export class UndoOrder {
  #undo: Step[] = [];
  #redo: Step[] = [];
  readonly #managers = new Set<Y.UndoManager>();
  readonly #pace = new WriterPace(typeof window === "undefined" ? null : window);
  /** True while this class itself undoes or redoes. */
  #isMoving = false;

  add(manager: Y.UndoManager): void {
    this.#managers.add(manager);
    manager.captureTransaction = ({ origin }) => {
      const isEdit = origin !== manager && manager.trackedOrigins.has(origin);
      if (isEdit && this.#pace.noteEdit()) manager.stopCapturing();
      return true;
    };
    manager.on("stack-item-added", (event: StackEvent) => this.#noteStep(manager, event));
    manager.on("stack-item-updated", (event: StackEvent) => noteSegment(event));
  }

  remove(manager: Y.UndoManager): void {
    this.#managers.delete(manager);
    this.#undo = this.#undo.filter((step) => step.manager !== manager);
    this.#redo = this.#redo.filter((step) => step.manager !== manager);
    manager.destroy();
  }

  close(): void {
    this.#pace.close();
  }

  /** The next change begins a step of its own: called when the writer moves to another segment. */
  split(): void {
    for (const manager of this.#managers) manager.stopCapturing();
  }

  get canUndo(): boolean {
    return dropStale(this.#undo, "undoStack");
  }

  get canRedo(): boolean {
    return dropStale(this.#redo, "redoStack");
  }

  /** Takes back the writer's newest step, wherever it was. The id of its segment, null when there was none. */
  undo(): string | null {
    return this.#move(this.#undo, "undoStack");
  }

  /** Does again the step taken back last. The id of its segment, null when there was none. */
  redo(): string | null {
    return this.#move(this.#redo, "redoStack");
  }

  /** A step of which others have left nothing is passed over: the one before it is meant. */
  #move(steps: Step[], stack: Stack): string | null {
    while (dropStale(steps, stack)) {
      const step = steps.pop();
      if (!step || !this.#run(step, stack)) continue;
      this.split();
      const segmentId: unknown = step.item.meta.get(segmentKey);
      return typeof segmentId === "string" ? segmentId : null;
    }
    return null;
  }

  /**
   * Runs one step and says whether it changed anything. The manager sees that step alone: left to itself it would go on
   * to its own next one, which need not be the newest of all parts.
   */
  #run({ manager }: Step, stack: Stack): boolean {
    const older = manager[stack].splice(0, manager[stack].length - 1);
    this.#isMoving = true;
    try {
      return (stack === "undoStack" ? manager.undo() : manager.redo()) !== null;
    } finally {
      this.#isMoving = false;
      manager[stack].unshift(...older);
    }
  }

  #noteStep(manager: Y.UndoManager, event: StackEvent): void {
    noteSegment(event);
    const step = { manager, item: event.stackItem };
    if (event.type === "redo") {
      this.#redo.push(step);
      return;
    }
    this.#undo.push(step);
    if (this.#isMoving) return;
    // A new change ends what could have been done again, in every part.
    this.#redo = [];
    for (const other of this.#managers) if (other !== manager) other.clear(false, true);
  }
}

/** Drops steps that their manager has no more, and says whether one is left. */
function dropStale(steps: Step[], stack: Stack): boolean {
  for (let last = steps.at(-1); last; last = steps.at(-1)) {
    if (last.manager[stack].at(-1) === last.item) return true;
    steps.pop();
  }
  return false;
}

function noteSegment(event: StackEvent): void {
  for (const type of event.changedParentTypes.keys()) {
    const segmentId = findRootSegment(type);
    if (segmentId !== null) event.stackItem.meta.set(segmentKey, segmentId);
  }
}

function findRootSegment(type: unknown): string | null {
  const root = type as Y.AbstractType<unknown>;
  if (root._item !== null || root.doc === null) return null;
  for (const [name, shared] of root.doc.share) if (shared === root) return findSegmentId(name);
  return null;
}
