import { useEffect, useRef } from "react";
import { useProjectRoom } from "#client/library/use-project-room.ts";
import { AppError } from "#core/errors.ts";
import { openCollabAction } from "#server/articles/actions.ts";

/** Milliseconds in which several changes become one look at the server. */
const gatherFor = 300;

/** Calls `onChange` when anybody in the project changed the glossary. */
export function useGlossaryRoom(options: {
  readonly projectId: string;
  readonly memberId: string;
  readonly onChange: () => void;
}): void {
  const { projectId, memberId, onChange } = options;
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  useEffect(() => () => clearTimeout(waiting.current ?? undefined), []);
  useProjectRoom({
    projectId,
    memberId,
    openRoom: async () => {
      const result = await openCollabAction({ articleId: null });
      if (!result.ok)
        throw new AppError(result.error.code === "unexpected" ? "timed-out" : result.error.code);
      return result.value;
    },
    onMessage: (message) => {
      if (message.type !== "changed" || message.what !== "glossary") return;
      clearTimeout(waiting.current ?? undefined);
      waiting.current = setTimeout(onChange, gatherFor);
    },
  });
}
