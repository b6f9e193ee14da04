/** Joins the project's room: apart from what shows it, so that its code comes when the page is there. */
import { CollabSocket } from "#client/collab/collab-socket.ts";
import { ProjectRoom } from "#client/collab/project-room.ts";
import type { CollabAdmission } from "#client/collab/session-types.ts";
import { getSocketAddress } from "#client/collab/socket-address.ts";
import { TokenSource } from "#client/collab/token-source.ts";

export type JoinOptions = {
  readonly projectId: string;
  readonly memberId: string;
  /** Asks the server for a token of the room; throws when it cannot be reached. */
  readonly askAdmission: () => Promise<CollabAdmission>;
  /** Hears each time that the socket opens or closes, and whether it was ever open before. */
  readonly watch: (isOpen: boolean, wasOpen: boolean) => void;
};

export function joinRoom({ projectId, memberId, askAdmission, watch }: JoinOptions) {
  const socket = new CollabSocket({ url: getSocketAddress() });
  let wasOpen = false;
  socket.on("connect", () => {
    watch(true, wasOpen);
    wasOpen = true;
  });
  socket.on("disconnect", () => watch(false, wasOpen));
  const room = new ProjectRoom({ projectId, memberId, socket, tokens: new TokenSource(askAdmission) });
  room.setPlace(null, null);
  return {
    room,
    close: () => {
      room.close();
      socket.destroy();
    },
  };
}
