/** Who is where in the project, and word of changes, for a screen that shows no text. */
import { useEffect, useEffectEvent, useState } from "react";
import type { RoomPresence } from "#client/collab/project-room.ts";
import type { CollabAdmission } from "#client/collab/session-types.ts";
import type { ServerMessage } from "#core/articles/collab-messages.ts";

export type ProjectRoomOptions = {
  readonly projectId: string;
  readonly memberId: string;
  /** Asks the server for a token of the project's room; throws when it cannot be reached. */
  readonly openRoom: () => Promise<CollabAdmission>;
  readonly onMessage: (message: ServerMessage) => void;
  /**
   * The connection is there, or back. Words may have been missed: also by a page that was made before, as is one to which
   * somebody comes from a text that is stored only when they have left it.
   */
  readonly onReturn: () => void;
};

export type ProjectRoomView = {
  /** Everybody in the project but this window. */
  readonly people: readonly RoomPresence[];
  /** True while the server is out of reach, after it or the network was there. */
  readonly isOffline: boolean;
};

/** Joins the project's room while the screen is shown. */
export function useProjectRoom(options: ProjectRoomOptions): ProjectRoomView {
  const { projectId, memberId } = options;
  const [people, setPeople] = useState<readonly RoomPresence[]>([]);
  const [isOffline, setOffline] = useState(false);
  const ask = useEffectEvent(options.openRoom);
  const hear = useEffectEvent(options.onMessage);
  const comeBack = useEffectEvent(options.onReturn);
  useEffect(() => {
    let isGone = false;
    let leave = () => {};
    const watch = (isOpen: boolean, wasOpen: boolean) => {
      // A first try that fails, with a network, is not told: the next one may be there at once.
      setOffline(!isOpen && (wasOpen || !navigator.onLine));
      if (isOpen) comeBack();
    };
    setOffline(!navigator.onLine);
    // The network may go before the socket is there, or its code: the socket cannot tell then.
    const network = new AbortController();
    window.addEventListener("offline", () => setOffline(true), { signal: network.signal });
    const join = (): void => {
      // The socket's code is fetched after the page is shown: the list does not wait for it.
      const joining = import("#client/library/join-room.ts").then(({ joinRoom }) =>
        joinRoom({ projectId, memberId, askAdmission: () => ask(), watch }),
      );
      joining.then(
        ({ room, close }) => {
          if (isGone) return close();
          leave = close;
          room.peopleChanged.add(() => setPeople(room.listPeople()));
          room.messages.add((message) => hear(message));
        },
        () => window.addEventListener("online", join, { once: true, signal: network.signal }),
      );
    };
    join();
    return () => {
      isGone = true;
      network.abort();
      leave();
    };
  }, [projectId, memberId]);
  return { people, isOffline };
}
