/** Questions on a real socket whose other end does not read. */
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { admitQuestion } from "./admit-question.ts";
import { buildAllowance } from "./allowance.ts";
import { collabLimits } from "./limits.ts";
import type { OpenSocket, Seat } from "./running.ts";

/** More than the system itself keeps for who does not read. */
const answer = Buffer.alloc(16 * 1024 * 1024);

let server: WebSocketServer;
let browser: WebSocket;
let socket: OpenSocket;
beforeEach(async () => {
  server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  browser = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const [[connection]] = await Promise.all([once(server, "connection"), once(browser, "open")]);
  const { updates, questions, presence } = collabLimits;
  const allowances = {
    updates: buildAllowance(updates),
    questions: buildAllowance(questions),
    presence: buildAllowance(presence),
  };
  const facts = { memberId: null, window: 0, seats: new Set<Seat>(), slowSince: null, isCut: false };
  socket = { ...facts, connection, ...allowances, closed: new Set() };
});
afterEach(() => {
  browser.terminate();
  server.close();
});

test("questions that wait together are answered one after the other", async () => {
  browser.pause();
  socket.connection.send(answer);
  const waiting: number[] = [];
  const questions = Array.from({ length: 4 }, async () => {
    await admitQuestion(socket, collabLimits);
    waiting.push(socket.connection.bufferedAmount);
    socket.connection.send(answer);
  });
  browser.resume();
  await Promise.all(questions);
  expect(Math.max(...waiting)).toBeLessThanOrEqual(collabLimits.bufferedBytes);
  expect(waiting).toHaveLength(4);
});

test("a question that waits when its socket is cut is not answered", async () => {
  browser.pause();
  socket.connection.send(answer);
  const asked = admitQuestion(socket, collabLimits);
  socket.isCut = true;
  socket.connection.terminate();
  await expect(asked).rejects.toThrow(/^$/);
});
