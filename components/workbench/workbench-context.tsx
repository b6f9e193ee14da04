"use client";
import { createContext, type RefObject, useContext, useSyncExternalStore } from "react";
import type { ArticleSession } from "#client/collab/article-session.ts";
import type { RoomPresence } from "#client/collab/project-room.ts";
import type { SessionStatus, TargetView } from "#client/collab/session-types.ts";
import type { ActivePlace, CaretPlace, WorkbenchModel } from "#client/workbench/workbench-model.ts";
import type { TargetEditorHandle } from "#components/editor/target-editor-core.ts";
import type { TermLookup } from "#components/workbench/term-lookup.ts";
import type { SegmentState } from "#core/articles/states.ts";
import type { Workbench, WorkbenchConfirmation, WorkbenchSegment } from "#core/articles/workbench.ts";

/** What every piece of the workbench works with: all but the terms and the facts stays the same while the page lives. */
export type WorkbenchTools = {
  readonly data: Workbench;
  /** Its facts as they are now: `data` keeps those with which the page opened. */
  readonly article: Workbench["article"];
  readonly session: ArticleSession;
  readonly model: WorkbenchModel<WorkbenchConfirmation>;
  readonly terms: TermLookup;
  readonly segments: ReadonlyMap<string, WorkbenchSegment>;
  /** The mounted editor, null while no text is being edited. */
  readonly editor: RefObject<TargetEditorHandle | null>;
  /** Activates a segment and brings its row into view, with `isOpening` to where the opening page showed it. */
  readonly reveal: (segmentId: string, caret?: CaretPlace, isOpening?: boolean) => void;
  /** Brings a row into view, and nothing else. */
  readonly scrollTo: (segmentId: string) => void;
  /** Says something in a toast, which screen readers hear too. */
  readonly say: (text: string) => void;
};

const ToolsContext = createContext<WorkbenchTools | null>(null);

export const WorkbenchProvider = ToolsContext.Provider;

export function useWorkbench(): WorkbenchTools {
  const tools = useContext(ToolsContext);
  if (!tools) throw new Error("useWorkbench stands outside its provider");
  return tools;
}

export function useTarget(segmentId: string): TargetView {
  const { session } = useWorkbench();
  const read = () => session.getTarget(segmentId);
  return useSyncExternalStore((listener) => session.subscribeTarget(segmentId, listener), read, read);
}

/** What is saved, of all parts together. */
export function useSessionStatus(): SessionStatus {
  const { session } = useWorkbench();
  const read = () => session.getStatus();
  return useSyncExternalStore((listener) => session.subscribeStatus(listener), read, read);
}

/** Who else is in the article. */
export function useOthers(): readonly RoomPresence[] {
  const { session } = useWorkbench();
  const read = () => session.getOthers();
  return useSyncExternalStore((listener) => session.subscribeOthers(listener), read, read);
}

export function useSegmentState(segmentId: string): SegmentState {
  const { model } = useWorkbench();
  const read = () => model.getState(segmentId);
  return useSyncExternalStore(model.subscribeStates, read, read);
}

export function useActive(): ActivePlace | null {
  const { model } = useWorkbench();
  return useSyncExternalStore(model.subscribeActive, model.getActive, model.getActive);
}

/** The place of this segment when it is the active one: other rows are not woken by a move. */
export function useActiveHere(segmentId: string): ActivePlace | null {
  const { model } = useWorkbench();
  const read = () => {
    const active = model.getActive();
    return active?.segmentId === segmentId ? active : null;
  };
  return useSyncExternalStore(model.subscribeActive, read, read);
}
