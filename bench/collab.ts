/**
 * A keystroke of one writer until the other has it, through our server (checked, logged, fsynced, then passed on), and
 * through a plain relay in the manner of y-websocket, which keeps nothing. Beside them what an fsync costs here.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, fdatasyncSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import WebSocket, { WebSocketServer } from "ws";
import * as Y from "yjs";
import { Visitor } from "#server/collab/fixture-visitor.ts";
import { createFolder, startFixture } from "#server/collab/run-fixture.ts";
import { getQuantile } from "./quantile.ts";

const keystrokes = 500;
const warmUp = 50;

type Pair = { readonly from: Y.Doc; readonly to: Y.Doc };

if (process.argv[2] === "relay") serveRelay();
else await runBench();

/** Milliseconds from each keystroke to its arrival, one at a time. */
async function measureKeystrokes({ from, to }: Pair): Promise<number[]> {
  const text = new Y.XmlText();
  from.getXmlFragment("s:bench").push([text]);
  const times: number[] = [];
  for (let count = 0; count < keystrokes + warmUp; count += 1) {
    const arrived = new Promise((resolve) => to.once("update", resolve));
    const start = performance.now();
    text.insert(text.length, "a");
    await arrived;
    if (count >= warmUp) times.push(performance.now() - start);
  }
  return times;
}

async function measureOurs(durability: "FULL" | "NORMAL"): Promise<{ arrival: number[]; saved: number[] }> {
  const fixture = await startFixture(createFolder(), { durability });
  const [one, two] = [
    await new Visitor(fixture).ready(),
    await new Visitor(fixture, { memberId: fixture.owner }).ready(),
  ];
  // Let the first element travel before anything is timed.
  const arrival = await measureKeystrokes({ from: one.doc, to: two.doc });
  const saved: number[] = [];
  const segmentId = fixture.parts[0]?.segmentIds[0] ?? "";
  for (let count = 0; count < keystrokes; count += 1) {
    const start = performance.now();
    one.type(segmentId, "a");
    await one.saved();
    saved.push(performance.now() - start);
  }
  for (const each of [one, two]) each.leave();
  await fixture.end();
  return { arrival, saved };
}

async function measureRelay(): Promise<number[]> {
  const child = spawn(process.execPath, [import.meta.filename, "relay"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [port] = await once(createInterface(child.stdout), "line");
  const docs = { from: new Y.Doc(), to: new Y.Doc() };
  const sockets = Object.values(docs).map((doc) => connectRelay(doc, `ws://127.0.0.1:${port}`));
  await Promise.all(sockets.map((socket) => once(socket, "open")));
  const times = await measureKeystrokes(docs);
  for (const socket of sockets) socket.close();
  child.kill();
  return times;
}

function connectRelay(doc: Y.Doc, url: string): WebSocket {
  const socket = new WebSocket(url);
  socket.on("message", (data: Buffer) => Y.applyUpdate(doc, data, socket));
  doc.on("update", (update: Uint8Array, origin: unknown) => {
    if (origin !== socket) socket.send(update);
  });
  return socket;
}

/** Applies each update to a doc of its own and passes it on. */
function serveRelay(): void {
  const doc = new Y.Doc();
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  server.on("connection", (socket) =>
    socket.on("message", (data: Buffer) => {
      Y.applyUpdate(doc, data);
      for (const other of server.clients) if (other !== socket) other.send(data);
    }),
  );
  server.on("listening", () => {
    const address = server.address();
    if (typeof address === "object" && address) process.stdout.write(`${address.port}\n`);
  });
}

/** Milliseconds of a write of 100 bytes with fdatasync. */
function measureSync(): number[] {
  const file = openSync(path.join(createFolder(), "sync"), "w");
  const bytes = Buffer.alloc(100);
  const times = Array.from({ length: keystrokes }, () => {
    const start = performance.now();
    writeSync(file, bytes);
    fdatasyncSync(file);
    return performance.now() - start;
  });
  closeSync(file);
  return times;
}

async function runBench(): Promise<void> {
  const sync = measureSync();
  const relay = await measureRelay();
  const full = await measureOurs("FULL");
  const normal = await measureOurs("NORMAL");
  const reference = getQuantile(relay, 0.5);
  const rows: [string, number[]][] = [
    ["reference: write and fdatasync of 100 bytes", sync],
    ["reference: keystroke to the other, plain relay that keeps nothing", relay],
    ["keystroke to the other, fsync before it is passed on", full.arrival],
    ['keystroke to "saved", fsync', full.saved],
    ["keystroke to the other, DUIZHAO_DURABILITY=normal", normal.arrival],
    ['keystroke to "saved", DUIZHAO_DURABILITY=normal', normal.saved],
  ];
  const lines = rows.map(([name, times]) => {
    const [p50, p95] = [getQuantile(times, 0.5), getQuantile(times, 0.95)];
    return `| ${name} | ${p50.toFixed(2)} | ${p95.toFixed(2)} | ${(p50 / reference).toFixed(1)} |`;
  });
  process.stdout.write(
    ["| what | p50 ms | p95 ms | p50 / relay |", "| --- | --- | --- | --- |", ...lines, ""].join("\n"),
  );
}
