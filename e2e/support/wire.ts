/** The wire between a page and its server, where a story spoils what the page sends. */
import type { Page } from "@playwright/test";
import { decoding, encoding } from "lib0";

/** What goes out in the place of an update: other updates, in order. */
type Spoil = (update: Uint8Array) => readonly Uint8Array[];

export type Wire = {
  /** From now on every update of the text goes out as `spoil` says; null sends them as they are. */
  readonly spoil: (spoil: Spoil | null) => void;
  /** Updates of the text that the page has sent. */
  readonly countUpdates: () => number;
};

const [sync, update] = [0, 2];

/** Stands between the page and the collaboration socket; call it before the page is opened. */
export async function tapWire(page: Page): Promise<Wire> {
  let spoil: Spoil | null = null;
  let updates = 0;
  await page.routeWebSocket(/\/collab$/, (socket) => {
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      const found = typeof message === "string" ? null : findUpdate(message);
      if (found === null) return server.send(message);
      updates += 1;
      const sent = spoil === null ? [found.update] : spoil(found.update);
      for (const each of sent) server.send(Buffer.from(buildFrame(found.name, each)));
    });
  });
  return {
    spoil: (given) => {
      spoil = given;
    },
    countUpdates: () => updates,
  };
}

function findUpdate(frame: Uint8Array): { name: string; update: Uint8Array } | null {
  if (frame.length === 1) return null;
  const decoder = decoding.createDecoder(frame);
  const name = decoding.readVarString(decoder);
  if (decoding.readVarUint(decoder) !== sync || decoding.readVarUint(decoder) !== update) return null;
  return { name, update: decoding.readVarUint8Array(decoder) };
}

function buildFrame(name: string, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, name);
  encoding.writeVarUint(encoder, sync);
  encoding.writeVarUint(encoder, update);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}
