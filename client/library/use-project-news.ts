import { useEffect, useRef } from "react";
import { type ProjectRoomView, useProjectRoom } from "#client/library/use-project-room.ts";
import type { ChangedFact } from "#core/articles/collab-messages.ts";
import { AppError } from "#core/errors.ts";
import { openCollabAction } from "#server/articles/actions.ts";

/** Milliseconds in which several changes become one look at the server. */
const gatherFor = 300;

export type ProjectNewsOptions = {
  readonly projectId: string;
  readonly memberId: string;
  /** What the screen shows: a change of it is told. */
  readonly facts: readonly ChangedFact[];
  readonly onChange: () => void;
};

/** Calls `onChange` when anybody in the project changed one of the facts, and when the connection is there or back. */
export function useProjectNews({
  projectId,
  memberId,
  facts,
  onChange,
}: ProjectNewsOptions): ProjectRoomView {
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const changed = useRef(onChange);
  useEffect(() => {
    changed.current = onChange;
  });
  useEffect(() => () => clearTimeout(waiting.current ?? undefined), []);
  const gather = () => {
    waiting.current ??= setTimeout(() => {
      waiting.current = null;
      changed.current();
    }, gatherFor);
  };
  return useProjectRoom({
    projectId,
    memberId,
    openRoom: async () => {
      const result = await openCollabAction({ articleId: null });
      if (!result.ok)
        throw new AppError(result.error.code === "unexpected" ? "timed-out" : result.error.code);
      return result.value;
    },
    onMessage: (message) => {
      if (message.type === "changed" && facts.includes(message.what)) gather();
    },
    onReturn: gather,
  });
}
