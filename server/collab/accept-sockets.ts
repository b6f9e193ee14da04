/** Takes WebSockets over from HTTP, hands their frames to Hocuspocus, and cuts those who read too slowly. */
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { decoding } from "lib0";
import { type RawData, type WebSocket, WebSocketServer } from "ws";
import { log } from "#server/log.ts";
import { buildAllowance, spend } from "./allowance.ts";
import type { CollabLimits } from "./limits.ts";
import type { Collaboration, OpenSocket } from "./running.ts";

/** Close code that makes a provider connect anew, and ask for admission again. */
const resetCode = 4205;
const unsupportedData = 1003;
/** Type of the frame that asks for a document. */
const authType = 2;
/** With those of text (a sync frame, and the reply to one) and of farewell: of all others presence alone is of use. */
const unrationedTypes: readonly number[] = [0, authType, 4, 7];
/** Milliseconds that a browser has to answer a close. */
const closeGrace = 1000;

export type SocketServer = {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends the sweep and closes every socket. */
  stop(): void;
};

/** Starts the socket server of a collaboration; it listens nowhere itself. */
export function acceptSockets(
  collaboration: Collaboration,
  isOriginAllowed: (request: IncomingMessage) => boolean,
): SocketServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: collaboration.limits.frameBytes,
    perMessageDeflate: false,
    clientTracking: false,
  });
  const sweep = setInterval(() => sweepSlow(collaboration), collaboration.limits.sweepPeriod);
  sweep.unref();
  let isStopped = false;
  return {
    handleUpgrade(request, socket, head) {
      socket.on("error", () => socket.destroy());
      if (isStopped) refuseUpgrade(socket, "503 Service Unavailable");
      else if (!isOriginAllowed(request)) refuseUpgrade(socket, "403 Forbidden");
      else server.handleUpgrade(request, socket, head, (connection) => openSocket(collaboration, connection));
    },
    stop() {
      isStopped = true;
      clearInterval(sweep);
      for (const socket of collaboration.sockets) cutSocket(socket);
    },
  };
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function openSocket(collaboration: Collaboration, connection: WebSocket): void {
  const { limits } = collaboration;
  const socket: OpenSocket = {
    connection,
    memberId: null,
    window: 0,
    seats: new Set(),
    updates: buildAllowance(limits.updates),
    questions: buildAllowance(limits.questions),
    presence: buildAllowance(limits.presence),
    slowSince: null,
    isCut: false,
    closed: new Set(),
  };
  // Nothing reads the request any more: the upgrade has been checked, and credentials come in the auth frame.
  const request = new Request("http://localhost/");
  const client = collaboration.hocuspocus.handleConnection(connection, request, { socket, seat: null });
  collaboration.sockets.add(socket);
  connection.on("message", (data, isBinary) => {
    if (socket.isCut) return;
    if (!isBinary) return connection.close(unsupportedData);
    const frame = readBytes(data);
    if (isHeard(socket, limits, frame)) client.handleMessage(frame);
  });
  connection.on("error", (error) => log.info({ err: error.message }, "a socket failed"));
  connection.on("close", (code, reason) => {
    socket.isCut = true;
    collaboration.sockets.delete(socket);
    client.handleClose({ code, reason: reason.toString() });
  });
}

/**
 * False for presence beyond the allowance, and for what was on its way when the server closed its document. Hocuspocus
 * would keep that and hear it in the name of the next connection, which may be of another epoch; whoever opens the
 * document anew says everything anew.
 */
function isHeard({ closed, presence }: OpenSocket, limits: CollabLimits, frame: Uint8Array): boolean {
  const header = readHeader(frame);
  // Hocuspocus ends the socket.
  if (!header) return true;
  if (header.type === authType) closed.delete(header.name);
  if (closed.has(header.name)) return false;
  return unrationedTypes.includes(header.type) || spend(presence, limits.presence);
}

function readHeader(frame: Uint8Array): { name: string; type: number } | null {
  try {
    const decoder = decoding.createDecoder(frame);
    return { name: decoding.readVarString(decoder), type: decoding.readVarUint(decoder) };
  } catch {
    return null;
  }
}

function readBytes(data: RawData): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  return Array.isArray(data) ? Buffer.concat(data) : data;
}

/** Throws a socket out: nothing that it sends from now on is heard. The browser connects anew by itself. */
export function cutSocket(socket: OpenSocket): void {
  if (socket.isCut) return;
  socket.isCut = true;
  socket.connection.close(resetCode, "Reset Connection");
  setTimeout(() => socket.connection.terminate(), closeGrace).unref();
}

function sweepSlow({ sockets, limits }: Collaboration, now = performance.now()): void {
  for (const socket of sockets) {
    const buffered = socket.connection.bufferedAmount;
    if (buffered <= limits.bufferedBytes) {
      socket.slowSince = null;
      continue;
    }
    socket.slowSince ??= now;
    if (buffered <= 2 * limits.bufferedBytes && now - socket.slowSince < limits.slowGrace) continue;
    log.warn({ buffered }, "a slow reader is cut");
    socket.isCut = true;
    socket.connection.terminate();
  }
}
