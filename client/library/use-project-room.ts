/** Who is where in the project, and word of changes, for a screen that shows no text. */
import { useEffect, useEffectEvent, useState } from "react";
import type { RoomPresence } from "#client/collab/project-room.ts";
import type { CollabAdmission } from "#client/collab/session-types.ts";
import { collabPath, type ServerMessage } from "#core/articles/collab-messages.ts";

export type ProjectRoomOptions = {
  readonly projectId: string;
  readonly memberId: string;
  /** Asks the server for a token of the project's room; throws when it cannot be reached. */
  readonly openRoom: () => Promise<CollabAdmission>;
  readonly onMessage: (message: ServerMessage) => void;
};

/** Joins the project's room while the screen is shown. Everybody in it but this window. */
export function useProjectRoom({ projectId, memberId, openRoom, onMessage }: ProjectRoomOptions) {
  const [people, setPeople] = useState<readonly RoomPresence[]>([]);
  const ask = useEffectEvent(openRoom);
  const hear = useEffectEvent(onMessage);
  useEffect(() => {
    let isGone = false;
    let leave = () => {};
    void joinRoom(projectId, memberId, () => ask()).then(({ room, close }) => {
      if (isGone) return close();
      leave = close;
      room.peopleChanged.add(() => setPeople(room.listPeople()));
      room.messages.add((message) => hear(message));
    });
    return () => {
      isGone = true;
      leave();
    };
  }, [projectId, memberId]);
  return people;
}

/** The socket's code is fetched after the page is shown: the list does not wait for it. */
async function joinRoom(projectId: string, memberId: string, ask: () => Promise<CollabAdmission>) {
  const [{ CollabSocket }, { ProjectRoom }, { TokenSource }] = await Promise.all([
    import("#client/collab/collab-socket.ts"),
    import("#client/collab/project-room.ts"),
    import("#client/collab/token-source.ts"),
  ]);
  const address = new URL(collabPath, window.location.href);
  address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
  const socket = new CollabSocket({ url: address.href });
  const room = new ProjectRoom({ projectId, memberId, socket, tokens: new TokenSource(ask) });
  room.setPlace(null, null);
  return {
    room,
    close: () => {
      room.close();
      socket.destroy();
    },
  };
}
