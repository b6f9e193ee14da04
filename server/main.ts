/** The server: one process, one port, one data folder. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import next from "next";
import { collabPath } from "#core/articles/collab-messages.ts";
import { closeDatabase, openDatabase } from "#db/client.ts";
import { MigrationStopped, migrateDatabase } from "#db/migrate.ts";
import { commandPath } from "#server/cli/command-types.ts";
import { createCollaboration } from "#server/collab/collaboration.ts";
import { type Env, getEnv } from "#server/env.ts";
import { getExporter } from "#server/exporting/running.ts";
import { log } from "#server/log.ts";
import { createLocalProject } from "#server/people/create-local-project.ts";
import { admitLocal } from "#server/process/admit-local.ts";
import { answerSafely } from "#server/process/answer-safely.ts";
import {
  hearOneName,
  isKnownHost,
  isLoopback,
  isOwnOrigin,
  ownName,
  removeInnerHeaders,
} from "#server/process/check-request.ts";
import { checkDataFolder, stopWith } from "#server/process/check-start.ts";
import { type Lock, releaseLock, takeLock, updateLock } from "#server/process/lock.ts";
import { serveCommand } from "#server/process/serve-commands.ts";
import { startFeatures } from "#server/process/start-features.ts";

const stopLimit = 10_000;
const env = readEnv();

if (!isLoopback(env.host)) {
  stopWith(
    `HOST is ${env.host}: without accounts Duizhao serves this machine only. Leave HOST unset, or set it to 127.0.0.1.`,
  );
}
checkDataFolder(env.data);
const lock =
  takeLock(env.data, 0) ??
  stopWith(`Another Duizhao is serving ${env.data}. Stop it first, or set DUIZHAO_DATA to another folder.`);

migrate();
openDatabase(env.data, { synchronous: env.durability === "normal" ? "NORMAL" : "FULL" });
const owner = createLocalProject();
const collaboration = createCollaboration();
await startFeatures(owner);

// The port is known only when the server listens, and Next must know it: it rewrites addresses of its own.
type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>;
const ready = Promise.withResolvers<Answer>();

// Left alone, Node ends an idle connection after 5 s: what is sent on it in that moment is lost.
const server = createServer({ keepAliveTimeout: 55_000 }, (request, response) => {
  void answerSafely(response, () => answerRequest(request, response));
});

async function answerRequest(request: IncomingMessage, response: ServerResponse): Promise<unknown> {
  const port = getPort(server);
  if (!isKnownHost(request.headers, port)) return response.writeHead(421).end("Misdirected request\n");
  if (request.url === commandPath) return serveCommand(request, response, currentLock);
  const isReading = request.method === "GET" || request.method === "HEAD";
  if (!isOwnOrigin(request.headers, !isReading)) return response.writeHead(403).end("Foreign origin\n");
  removeInnerHeaders(request.headers);
  admitLocal(request, response, owner.id);
  hearOneName(request.headers, port);
  const answerPage = await ready.promise;
  return answerPage(request, response);
}

server.on("upgrade", (request: IncomingMessage, socket: Duplex, head: Buffer) => {
  socket.on("error", () => socket.destroy());
  if (!isKnownHost(request.headers, getPort(server)) || !isOwnOrigin(request.headers, true)) {
    socket.end("HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n");
  } else if (request.url === collabPath || request.url?.startsWith(`${collabPath}?`)) {
    collaboration.handleUpgrade(request, socket, head);
  } else if (env.isDevelopment) neverListening.emit("upgrade", request, socket, head);
  else socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\n\r\n");
});

server.on("error", (error: NodeJS.ErrnoException) => {
  releaseLock(env.data);
  if (error.code === "EADDRINUSE")
    stopWith(`Port ${env.port} is taken. Stop what uses it, or set PORT to another number.`);
  stopWith(`The server could not listen on ${env.host}:${env.port} (${error.code}).`);
});

let currentLock: Lock = lock;
// Next listens for upgrades on the server it sees, and ends sockets whose path matches a route; this one never listens.
const neverListening = createServer();
await new Promise<void>((resolve) => server.listen(env.port, env.host, resolve));
const app = next({
  dev: env.isDevelopment,
  hostname: ownName,
  port: getPort(server),
  httpServer: neverListening,
});
await app.prepare();
const handlePage = app.getRequestHandler();
ready.resolve((request, response) => handlePage(request, response));
currentLock = updateLock(env.data, lock, getPort(server));
process.stdout.write(`Duizhao is ready at http://${ownName}:${getPort(server)}\n`);

function readEnv(): Env {
  try {
    return getEnv();
  } catch (error) {
    return stopWith(error instanceof Error ? error.message : String(error));
  }
}

function migrate(): void {
  try {
    migrateDatabase(env.data);
  } catch (error) {
    releaseLock(env.data);
    if (error instanceof MigrationStopped) stopWith(error.message);
    throw error;
  }
}

function getPort(listening: Server): number {
  return (listening.address() as AddressInfo | null)?.port ?? env.port;
}

let isStopping = false;
/** Ends the process once everything received is stored; after ten seconds all the same, then with code 1. */
async function stop(code: 0 | 1): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  const timer = setTimeout(() => {
    releaseLock(env.data);
    process.exit(1);
  }, stopLimit);
  timer.unref();
  server.close();
  await Promise.all([collaboration.destroy(), getExporter().stop()]);
  server.closeAllConnections();
  closeDatabase();
  releaseLock(env.data);
  process.exit(code);
}

/** What a visitor that goes away in the middle of an answer leaves behind. */
const partings: readonly unknown[] = ["ECONNRESET", "EPIPE", "ECONNABORTED", "ERR_STREAM_PREMATURE_CLOSE"];

/** After an error that nobody caught, nothing that is in memory can be relied on but what the log holds already. */
function stopAfter(error: unknown, what: string): void {
  if (error instanceof Error && "code" in error && partings.includes(error.code)) {
    log.warn({ err: error }, what);
    return;
  }
  log.fatal({ err: error }, what);
  stop(1).catch(() => {
    releaseLock(env.data);
    process.exit(1);
  });
}

process.on("SIGTERM", () => void stop(0));
process.on("SIGINT", () => void stop(0));
process.on("unhandledRejection", (error) => stopAfter(error, "unhandled rejection"));
// Next has a listener of its own, which only logs.
process.on("uncaughtException", (error) => stopAfter(error, "uncaught exception"));
